import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentVersion } from '../../src/survey/consent.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { submissionSchema } from '../../src/survey/submission.ts';
import { brokenExamples, validExamples } from '../examples/answers.ts';
import { anySubmission, faultySubmission, validSubmission } from '../examples/anySubmission.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';

/** What travels: JSON has no undefined, no NaN and no -0. */
const sent = (submission: unknown): unknown => JSON.parse(JSON.stringify(submission));

const isSide = (side: unknown): side is SideId => Object.keys(questionnaire.sides).includes(String(side));

/** The sentence of the browser’s schema, or null. A submission that names no side is judged by either side’s. */
function browserSays(submission: unknown): string | null {
  const side =
    typeof submission === 'object' && submission !== null && 'side' in submission ? submission.side : '';
  const result = submissionSchema(questionnaire, isSide(side) ? side : 'job_seeker').safeParse(submission);
  return result.error?.issues[0]?.message ?? null;
}

const enveloped = (side: SideId, answers: unknown) => ({
  id: '00000000-0000-4000-8000-000000000001',
  side,
  instrument: questionnaire.version,
  consent: consentVersion,
  months: 36,
  receipt: 'a'.repeat(64),
  answers,
  seconds: 240,
  channel: 'direct',
});

/** Random submissions of each kind, other ones at every run; PARITY_RUNS=10000 is the run of a release. */
const runs = Number(process.env.PARITY_RUNS ?? 2_500);

/** As many as the database is asked about in one call. */
const batches = (total: number): number[] =>
  Array.from({ length: Math.ceil(total / 1000) }, (_, index) => Math.min(1000, total - index * 1000));

onEveryDatabase('explicit grants', (database) => {
  /** The sentence of PostgreSQL for each submission, or null, in one call. */
  async function databaseSays(submissions: readonly unknown[]): Promise<(string | null)[]> {
    const rows = await database().sql(
      `select private.submission_problem(submission) as problem
       from jsonb_array_elements($1::jsonb) with ordinality as sent (submission, place) order by place`,
      [JSON.stringify(submissions)],
    );
    return rows.map(({ problem }) => problem as string | null);
  }

  test('page and database judge the named examples the same, sentence for sentence', async () => {
    const examples = [...validExamples, ...brokenExamples.filter(({ answers }) => answers !== undefined)];
    const said = await databaseSays(examples.map(({ side, answers }) => enveloped(side, answers)));
    expect(examples.map(({ name }, index) => [name, said[index]])).toEqual(
      examples.map((example) => [example.name, 'sentence' in example ? example.sentence : null]),
    );
  });

  test(
    `${runs} random submissions are accepted or refused the same by both`,
    async () => {
      let taken = 0;
      for (const count of batches(runs)) {
        const seed = Math.floor(Math.random() * 2 ** 31);
        const valid = Math.ceil(count * 0.3);
        const submissions = [
          ...fc.sample(validSubmission, { seed, numRuns: valid }),
          ...fc.sample(anySubmission, { seed, numRuns: count - valid }),
        ].map(sent);
        const said = await databaseSays(submissions);
        const different = submissions
          .map((submission, index) => ({
            submission,
            browser: browserSays(submission),
            database: said[index] ?? null,
          }))
          .filter(({ browser, database }) => (browser === null) !== (database === null));
        expect(different, `seed ${seed}`).toEqual([]);
        taken += said.filter((problem) => problem === null).length;
      }
      // Otherwise only one of the two answers was compared.
      expect(taken).toBeGreaterThan(runs * 0.3);
      expect(runs - taken).toBeGreaterThan(runs * 0.3);
    },
    60_000 + runs * 50,
  );

  test(
    `one planted fault gets the same sentence from both, ${runs} times`,
    async () => {
      for (const count of batches(runs)) {
        const seed = Math.floor(Math.random() * 2 ** 31);
        const faulty = fc
          .sample(faultySubmission, { seed, numRuns: count })
          .map(({ fault, submission, sentence }) => ({ fault, submission: sent(submission), sentence }));
        const said = await databaseSays(faulty.map(({ submission }) => submission));
        const different = faulty
          .map(({ fault, submission, sentence }, index) => ({
            fault,
            submission,
            sentence,
            browser: browserSays(submission),
            database: said[index] ?? null,
          }))
          .filter(({ sentence, browser, database }) => browser !== sentence || database !== sentence);
        expect(different, `seed ${seed}`).toEqual([]);
      }
    },
    60_000 + runs * 50,
  );

  test('what is kept is what was sent: answers come out of the row as they went in', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const submissions = fc.sample(validSubmission, { seed, numRuns: 300 }).map(sent);
    const rows = await database().sql(
      `select case submission ->> 'side'
         when 'job_seeker' then private.job_seeker_answers(private.fill_job_seeker_${questionnaire.version}(null, submission -> 'answers'))
         else private.employer_answers(private.fill_employer_${questionnaire.version}(null, submission -> 'answers'))
       end as answers
       from jsonb_array_elements($1::jsonb) with ordinality as sent (submission, place) order by place`,
      [JSON.stringify(submissions)],
    );
    expect(
      rows.map(({ answers }) => answers),
      `seed ${seed}`,
    ).toEqual(submissions.map((submission) => (submission as { answers: unknown }).answers));
  });
});
