import fc from 'fast-check';
import { channels } from '../../src/survey/channel.ts';
import { consentVersion } from '../../src/survey/consent.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { noSuchSide, notAnObject } from '../../src/survey/sentences.ts';
import { envelope } from '../../src/survey/submission.ts';
import { anyAnswers, anySide, faultyAnswers, validAnswers } from './anyAnswers.ts';

/** fast-check arbitraries of whole submissions, as JSON can carry them. */

const id = fc.uuid();
const receipt = fc.string({
  unit: fc.nat({ max: 15 }).map((digit) => digit.toString(16)),
  minLength: 64,
  maxLength: 64,
});

const wrapped = (side: SideId, answers: fc.Arbitrary<unknown>) =>
  fc.record({
    id,
    side: fc.constant(side),
    instrument: fc.constant(questionnaire.version),
    consent: fc.constant(consentVersion),
    months: fc.integer({ min: 1, max: envelope.months.max }),
    receipt,
    answers,
    seconds: fc.oneof(
      fc.integer({ min: 0, max: envelope.seconds.max }),
      fc.constantFrom(0, envelope.seconds.max),
    ),
    channel: fc.constantFrom(...channels),
  });

/** Submissions without a fault. */
export const validSubmission: fc.Arbitrary<Readonly<Record<string, unknown>>> = anySide.chain((side) =>
  wrapped(side, validAnswers(side)),
);

/** A submission with exactly one fault, and the sentence that names it. */
export interface FaultySubmission {
  readonly fault: string;
  readonly submission: unknown;
  readonly sentence: string;
}

const odd: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  7,
  true,
  '',
  'x',
  [],
  {},
  ['a'],
  'job seeker',
);

/** One fault in the envelope, the answers being good. */
const faultyEnvelope: fc.Arbitrary<FaultySubmission> = validSubmission.chain((submission) => {
  const changed = (key: string, value: fc.Arbitrary<unknown>, sentence: string) =>
    value.map((planted) => ({
      fault: `${key} is wrong`,
      submission: { ...submission, [key]: planted },
      sentence,
    }));
  const without = (key: string, sentence: string): fc.Arbitrary<FaultySubmission> =>
    fc.constant({
      fault: `${key} is left out`,
      submission: Object.fromEntries(Object.entries(submission).filter(([name]) => name !== key)),
      sentence,
    });
  const text = String(submission.id);
  return fc.oneof(
    changed(
      'id',
      fc.oneof(odd, fc.constantFrom(`${text}\n`, ` ${text}`, text.replaceAll('-', ''))),
      envelope.id.message,
    ),
    changed(
      'receipt',
      fc.oneof(
        odd,
        receipt.map((hex) => hex.slice(1)),
        receipt.map((hex) => `${hex}\n`),
      ),
      envelope.receipt.message,
    ),
    changed(
      'instrument',
      fc.oneof(
        odd,
        fc.constantFrom<unknown>('0', Number(questionnaire.version), ` ${questionnaire.version}`),
      ),
      envelope.instrument.message,
    ),
    changed(
      'consent',
      fc.oneof(odd, fc.constantFrom<unknown>('0', Number(consentVersion), ` ${consentVersion}`)),
      envelope.consent.message,
    ),
    changed(
      'months',
      fc.oneof(
        odd.filter((value) => value !== 7),
        fc.constantFrom<unknown>(-1, 0, 0.5, 36.5, envelope.months.max + 1, 1e300, '36', [36]),
      ),
      envelope.months.message,
    ),
    changed(
      'seconds',
      fc.oneof(
        odd.filter((value) => value !== 7),
        fc.constantFrom<unknown>(-1, 0.5, envelope.seconds.max + 1, 1e300, '60', [60]),
      ),
      envelope.seconds.message,
    ),
    changed(
      'channel',
      fc.oneof(odd, fc.constantFrom<unknown>('Direct', ' direct', 'twitter', ['direct'])),
      envelope.channel.message,
    ),
    changed('side', odd, noSuchSide),
    changed(
      'answers',
      odd.filter((value) => JSON.stringify(value) !== '{}'),
      notAnObject,
    ),
    changed('name', odd, envelope.notAnObject),
    ...(['id', 'receipt', 'instrument', 'consent', 'months', 'seconds', 'channel'] as const).map((key) =>
      without(key, envelope[key].message),
    ),
    without('side', noSuchSide),
    without('answers', notAnObject),
    // An empty object lacks them all at once.
    odd
      .filter((value) => JSON.stringify(value) !== '{}')
      .map((submission) => ({ fault: 'no submission at all', submission, sentence: envelope.notAnObject })),
  );
});

/** Submissions with one fault, mostly in the answers. */
export const faultySubmission: fc.Arbitrary<FaultySubmission> = fc.oneof(
  {
    weight: 3,
    arbitrary: anySide.chain((side) =>
      faultyAnswers(side).chain(({ fault, answers, sentence }) =>
        wrapped(side, fc.constant(answers)).map((submission) => ({ fault, submission, sentence })),
      ),
    ),
  },
  { weight: 1, arbitrary: faultyEnvelope },
);

/** What is planted into the envelope: mostly nothing. */
const anyEnvelope: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom(...envelope.keys.filter((key) => key !== 'side' && key !== 'answers'), 'note'),
      fc.oneof(
        odd,
        fc.integer({ min: -1, max: 100_000 }),
        fc.constantFrom<unknown>(...channels, consentVersion, 0.5),
      ),
      { minKeys: 1, maxKeys: 3, noNullPrototype: true },
    ),
  },
);

/** Submissions with any number of faults, none included. */
export const anySubmission: fc.Arbitrary<unknown> = anySide.chain((side) =>
  fc
    .tuple(wrapped(side, anyAnswers(side)), anyEnvelope)
    .map(([submission, planted]) => ({ ...submission, ...planted })),
);
