import fc from 'fast-check';
import { expect, test } from 'vitest';
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
  receipt: 'a'.repeat(64),
  answers,
});

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

  test('the named examples are judged alike, sentence for sentence', async () => {
    const examples = [...validExamples, ...brokenExamples.filter(({ answers }) => answers !== undefined)];
    const said = await databaseSays(examples.map(({ side, answers }) => enveloped(side, answers)));
    expect(examples.map(({ name }, index) => [name, said[index]])).toEqual(
      examples.map((example) => [example.name, 'sentence' in example ? example.sentence : null]),
    );
  });

  test('a thousand random submissions are taken or refused alike', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const submissions = [
      ...fc.sample(validSubmission, { seed, numRuns: 300 }),
      ...fc.sample(anySubmission, { seed, numRuns: 700 }),
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
    // Otherwise only one of the two answers was compared.
    expect(said.filter((problem) => problem === null).length).toBeGreaterThan(300);
    expect(said.filter((problem) => problem !== null).length).toBeGreaterThan(300);
  });

  test('one planted fault gets the same sentence from both, a thousand times', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const faulty = fc
      .sample(faultySubmission, { seed, numRuns: 1000 })
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
  });
});
