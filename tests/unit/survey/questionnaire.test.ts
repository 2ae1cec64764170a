import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/survey/kinds.ts';
import {
  question as questionSchema,
  questionnaire as schema,
  type Question,
  type SideId,
} from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { isShown } from '../../../src/survey/routing.ts';
import { screensOf } from '../../../src/survey/screensOf.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

const sides = ['job_seeker', 'employer'] as const satisfies SideId[];

function variable(side: SideId, id: string) {
  const found = variablesOf(questionnaire, side).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`There is no ${id} on the side ${side}.`);
  return found;
}

test('the questionnaire is what its own schema says a questionnaire is', () => {
  expect(schema.safeParse(questionnaire).error?.issues ?? []).toEqual([]);
});

test('another questionnaire is another version', () => {
  const { version, lists, missing, pairs } = questionnaire;
  const asked = [lists, missing, pairs, ...sides.map((side) => questionnaire.sides[side].questions)];
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
  expect(
    { version, digest },
    'The wording, codes, order or routing changed. Answers to two wordings must not be pooled: give a changed question a new id and the questionnaire a new version, then set both here.',
  ).toEqual({ version: '1', digest: '0f692672857e3ab7' });
});

test.each(sides)('on the %s side an answer that screens out ends the questionnaire', (side) => {
  const [screener, ...others] = variablesOf(questionnaire, side);
  if (screener?.question.kind !== 'single') throw new Error('The first question is no screener.');
  const { screensOut = [] } = screener.question;
  expect(screensOut).not.toEqual([]);
  for (const code of screensOut) {
    const answers = { [screener.id]: code };
    expect(isShown(screener, answers)).toBe(true);
    expect(others.filter((other) => isShown(other, answers))).toEqual([]);
  }
});

describe.each(sides)('the screens of the %s side', (side) => {
  const screens = screensOf(questionnaire.sides[side].questions);

  test('are at most 17 with the consent and the review, and hold every question once, in order', () => {
    expect(screens.length + 2).toBeLessThanOrEqual(17);
    expect(screens.flat()).toEqual(questionnaire.sides[side].questions);
  });

  test('hold two questions at most, and the second is one that can be skipped and is asked on every route', () => {
    for (const [, ...sharing] of screens) {
      expect(sharing.length).toBeLessThanOrEqual(1);
      for (const { required, shownIf, kind } of sharing)
        expect({ required, shownIf, kind }).toEqual({
          required: undefined,
          shownIf: undefined,
          kind: 'single',
        });
    }
  });
});

test('hours are whole and from 0 to 500', () => {
  expect(variable('job_seeker', 's_hours').question).toMatchObject({ kind: 'number', min: 0, max: 500 });
});

test('no two questions, rows or screeners share an id on a side', () => {
  for (const side of sides) {
    const ids = variablesOf(questionnaire, side).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('every code list is used, and every code occurs once in it', () => {
  const used = new Set(
    sides.flatMap((side) =>
      questionnaire.sides[side].questions.flatMap((q) => ('list' in q ? [q.list] : [])),
    ),
  );
  expect(Object.keys(questionnaire.lists).filter((name) => !used.has(name))).toEqual([]);
  for (const [name, { options, last = [] }] of Object.entries(questionnaire.lists)) {
    const codes = options.map(({ code }) => code);
    expect([name, new Set(codes).size]).toEqual([name, codes.length]);
    // "Always last" only works for the codes that already stand last.
    expect([name, codes.slice(codes.length - last.length)]).toEqual([name, last]);
  }
});

describe('what is put to both sides', () => {
  test.each(questionnaire.pairs)(
    '$jobSeeker and $employer have the same codes, but for those named',
    (pair) => {
      const options = {
        job_seeker: variable('job_seeker', pair.jobSeeker).options.filter(
          ({ code }) => !(code in questionnaire.missing),
        ),
        employer: variable('employer', pair.employer).options.filter(
          ({ code }) => !(code in questionnaire.missing),
        ),
      };
      const shared = (side: SideId) =>
        options[side].filter(
          ({ code }) => !pair.only.some((only) => only.side === side && only.code === code),
        );
      for (const { side, code } of pair.only) {
        expect(options[side].map((option) => option.code)).toContain(code);
        expect(
          options[side === 'employer' ? 'job_seeker' : 'employer'].map((option) => option.code),
        ).not.toContain(code);
      }
      expect(shared('job_seeker').map(({ code }) => code)).toEqual(
        shared('employer').map(({ code }) => code),
      );
      const labels = (side: SideId) => shared(side).map(({ label, example }) => ({ label, example }));
      if (pair.sameLabels) expect(labels('job_seeker')).toEqual(labels('employer'));
    },
  );
});

describe('the register of kinds', () => {
  test.each(['matrix', 'toString', '__proto__'])('throws on the kind %s, which it does not know', (kind) => {
    const strange = { ...questionnaire.sides.employer.questions[0], kind } as unknown as Question;
    expect(() => kindOf(strange)).toThrow(
      `The question e_role is of the kind ${kind}, which is not in the register.`,
    );
  });

  test('knows every kind that the schema allows', () => {
    for (const { def } of questionSchema.def.options) {
      const [kind] = def.shape.kind.def.values;
      expect(() => kindOf({ id: 'any', kind } as unknown as Question)).not.toThrow();
    }
  });

  test('throws on a question whose code list does not exist', () => {
    const broken = { ...questionnaire, lists: {} };
    expect(() => variablesOf(broken, 'employer')).toThrow(
      'The question e_role uses the code list role, which does not exist.',
    );
  });
});
