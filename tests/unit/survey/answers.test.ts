import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersSchema } from '../../../src/survey/answers.ts';
import { holds } from '../../../src/survey/condition.ts';
import { consentVersion } from '../../../src/survey/consent.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { isShown } from '../../../src/survey/routing.ts';
import { submissionSchema } from '../../../src/survey/submission.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { brokenExamples, validExamples } from '../../examples/answers.ts';
import { anyAnswers, faultyAnswers, validAnswers } from '../../examples/anyAnswers.ts';

const sides = ['job_seeker', 'employer'] as const satisfies SideId[];

/** The sentences with which answers are refused; none when they are taken. */
const refusals = (side: SideId, answers: unknown): string[] =>
  answersSchema(questionnaire, side)
    .safeParse(answers)
    .error?.issues.map(({ message }) => message) ?? [];

describe('answers that are taken', () => {
  test.each(validExamples)('$side: $name', ({ side, answers }) => {
    expect(refusals(side, answers)).toEqual([]);
    expect(answersSchema(questionnaire, side).parse(answers)).toEqual(answers);
  });

  test.each(sides)(
    'together those of the %s side take every route: each variable is answered, and left out',
    (side) => {
      const ours = validExamples.filter((entry) => entry.side === side);
      for (const variable of variablesOf(questionnaire, side)) {
        expect([variable.id, ours.some(({ answers }) => variable.id in answers)]).toEqual([
          variable.id,
          true,
        ]);
        const isRouted = variable.shownIf !== undefined;
        expect([variable.id, ours.some(({ answers }) => !isShown(variable, answers))]).toEqual([
          variable.id,
          isRouted,
        ]);
      }
    },
  );
});

describe('answers that are refused, each with its sentence', () => {
  test.each(brokenExamples)('$side: $name', ({ side, answers, sentence }) => {
    expect(refusals(side, answers)).toEqual([sentence]);
  });

  test('a key that holds undefined is an answer that was not given', () => {
    expect(refusals('employer', { e_role: undefined, e_last: 'nobody' })).toEqual([
      '“In the last two years, what was your main part in hiring?” needs an answer before you go on.',
    ]);
    expect(refusals('employer', { e_role: 'hr', e_last: 'nobody', e_known: undefined })).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('the key %s is no question', (key) => {
    expect(
      refusals('employer', JSON.parse(`{ "e_role": "hr", "e_last": "nobody", "${key}": "yes" }`)),
    ).toEqual(['One of the answers belongs to no question of this survey.']);
  });
});

describe.each(sides)('random answers of the %s side', (side) => {
  test('valid ones are taken, unchanged', () => {
    fc.assert(
      fc.property(validAnswers(side), (answers) => {
        expect(answersSchema(questionnaire, side).parse(answers)).toEqual(answers);
      }),
      { numRuns: 300 },
    );
  });

  test('one planted fault gives its one sentence', () => {
    fc.assert(
      fc.property(faultyAnswers(side), ({ answers, sentence }) => {
        expect(refusals(side, answers)).toEqual([sentence]);
      }),
      { numRuns: 600 },
    );
  });

  test('whatever is taken keeps every rule of the questionnaire', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(anyAnswers(side), validAnswers(side)), (answers) => {
        const result = answersSchema(questionnaire, side).safeParse(answers);
        if (!result.success) return;
        taken += 1;
        const variables = variablesOf(questionnaire, side);
        const ids = new Set(variables.map(({ id }) => id));
        expect(Object.keys(result.data).filter((id) => !ids.has(id))).toEqual([]);
        for (const variable of variables) {
          const value = (result.data as Record<string, unknown>)[variable.id];
          const shown = isShown(variable, result.data);
          if (value === undefined)
            expect([variable.id, variable.required && shown]).toEqual([variable.id, false]);
          else {
            expect([variable.id, shown]).toEqual([variable.id, true]);
            const option = variable.options.find(({ code }) => code === value);
            if (variable.question.kind === 'single')
              expect(variable.question.screensOut?.map(({ code }) => code) ?? []).not.toContain(value);
            if (option === undefined) {
              const { question } = variable;
              if (question.kind !== 'number')
                throw new Error(`${variable.id} = ${JSON.stringify(value)} is not offered.`);
              expect(
                Number.isInteger(value) && Number(value) >= question.min && Number(value) <= question.max,
              ).toBe(true);
            } else if (option.shownIf !== undefined) expect(holds(option.shownIf, result.data)).toBe(true);
          }
        }
      }),
      { numRuns: 600 },
    );
    // Otherwise the loop above checked nothing.
    expect(taken).toBeGreaterThan(100);
  });
});

describe('the envelope', () => {
  const fitting = {
    id: '00000000-0000-4000-8000-000000000001',
    side: 'employer',
    instrument: questionnaire.version,
    consent: consentVersion,
    months: 36,
    receipt: 'a'.repeat(64),
    answers: { e_role: 'hr', e_last: 'nobody' },
    seconds: 240,
    channel: 'linkedin',
  };
  const sentences = (submission: unknown): string[] =>
    submissionSchema(questionnaire, 'employer')
      .safeParse(submission)
      .error?.issues.map(({ message }) => message) ?? [];
  const whole =
    'A submission is one object with id, side, instrument, consent, months, receipt, answers, seconds and channel, and nothing else.';
  const id = 'A response needs an id of its own, a UUID in small letters.';
  const receipt = 'A response needs the SHA-256 of its receipt code, 64 hexadecimal digits.';
  const instrument = 'The survey has changed since this page was opened: reload it and send again.';
  const consent =
    'Answers can only be kept with your agreement to the present text: reload the page, read it and send again.';
  const months = 'A response says for how many months it may be kept, a whole number from 1 to 120.';
  const seconds = 'The time taken must be in whole seconds, from 0 to 86400.';
  const channel =
    'A response comes by one of these: direct, linkedin, bluesky, mastodon, whatsapp, facebook, reddit, email, newsletter, feed, university, shared, embed, essay, chart, thanks, poster, other.';
  const side = 'Say which survey this is, job_seeker or employer.';

  test('that fits is taken', () => {
    expect(sentences(fitting)).toEqual([]);
  });

  test.each([
    ['something more in it', { ...fitting, name: 'A. Person' }, whole],
    ['a list', [fitting], whole],
    ['null', null, whole],
    ['an id in capitals', { ...fitting, id: fitting.id.replace('8000', 'ABCD') }, id],
    ['an id with a line break behind it', { ...fitting, id: `${fitting.id}\n` }, id],
    ['an id that is a number', { ...fitting, id: 7 }, id],
    ['a short receipt', { ...fitting, receipt: 'a'.repeat(63) }, receipt],
    ['a receipt in capitals', { ...fitting, receipt: 'A'.repeat(64) }, receipt],
    ['another version', { ...fitting, instrument: '0' }, instrument],
    ['a version that is a number', { ...fitting, instrument: 1 }, instrument],
    ['consent to another text', { ...fitting, consent: '0' }, consent],
    ['a consent that is only true', { ...fitting, consent: true }, consent],
    ['no consent', { ...fitting, consent: undefined }, consent],
    ['a promise of no month', { ...fitting, months: 0 }, months],
    ['half a month', { ...fitting, months: 1.5 }, months],
    ['more than ten years', { ...fitting, months: 121 }, months],
    ['no promise', { ...fitting, months: undefined }, months],
    ['less than no time', { ...fitting, seconds: -1 }, seconds],
    ['half a second', { ...fitting, seconds: 0.5 }, seconds],
    ['more than a day', { ...fitting, seconds: 86_401 }, seconds],
    ['a time in words', { ...fitting, seconds: '240' }, seconds],
    ['no time', { ...fitting, seconds: undefined }, seconds],
    ['a channel of its own', { ...fitting, channel: 'friend' }, channel],
    ['no channel', { ...fitting, channel: undefined }, channel],
    ['no such side', { ...fitting, side: 'agency' }, side],
    ['no side', { ...fitting, side: undefined }, side],
    [
      'no answers',
      { ...fitting, answers: undefined },
      'The answers must be one object that holds a code for each question.',
    ],
  ])('with %s is refused in one sentence', (_name, submission, sentence) => {
    expect(sentences(submission)).toEqual([sentence]);
  });
});
