import { expect, test } from 'vitest';
import { answersSchema } from '../../src/survey/answers.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { variablesOf } from '../../src/survey/variables.ts';
import { ends, routeTo } from '../examples/routeTo.ts';
import { onEveryDatabase } from './harness/onEveryDatabase.ts';
import { refusal } from './harness/refusal.ts';
import { submissionOf } from './harness/submission.ts';

/** Every answer that can be sent to every question, each on the shortest route that offers it. */
const everyOption = Object.values(questionnaire.sides).flatMap(({ id: side }) =>
  variablesOf(questionnaire, side).flatMap((variable) => {
    const { id, question, options } = variable;
    const codes = options.map(({ code }) => code).filter((code) => !ends(variable, code));
    const numbers = question.kind === 'number' ? [question.min, question.max] : [];
    return [...codes, ...numbers].map((value) => ({ side, id, value, answers: routeTo(side, id, value) }));
  }),
);

test('every question has an answer to send, and each route is one that the schema takes', () => {
  const variables = Object.values(questionnaire.sides).flatMap(({ id: side }) =>
    variablesOf(questionnaire, side).map(({ id }) => `${side} ${id}`),
  );
  expect(new Set(everyOption.map(({ side, id }) => `${side} ${id}`))).toEqual(new Set(variables));
  for (const { side, id, value, answers } of everyOption)
    expect([id, value, answersSchema(questionnaire, side).safeParse(answers).error?.issues]).toEqual([
      id,
      value,
      undefined,
    ]);
});

onEveryDatabase('explicit grants', (database) => {
  test('every option of every question is kept in its column and comes back as it was sent', async () => {
    const sent = everyOption.map(({ side, answers }) => submissionOf({ side, answers }));
    const kept = await database().sql(
      `select private.submission_problem(submission) as problem, private.keep(submission, false, false) as kept
       from jsonb_array_elements($1::jsonb) as sent (submission)`,
      [JSON.stringify(sent)],
    );
    expect(kept.filter(({ problem, kept: isKept }) => problem !== null || isKept !== true)).toEqual([]);
    const rows = await database().sql(
      `select id, to_jsonb(response) as row, private.job_seeker_answers(response) as answers
       from private.job_seeker as response
       union all
       select id, to_jsonb(response), private.employer_answers(response) from private.employer as response`,
    );
    const byId = new Map(rows.map(({ id, ...row }) => [id, row]));
    for (const [index, { id, value, answers }] of everyOption.entries()) {
      const row = byId.get(sent[index]?.id) as { row: Record<string, unknown>; answers: unknown } | undefined;
      // Why there is no number stands in a column of its own.
      const column = id === 's_hours' && typeof value === 'string' ? 's_hours_missing' : id;
      expect([id, value, row?.row[column], row?.answers]).toEqual([id, value, value, answers]);
    }
  });

  test('no row can hold an answer that ends the questionnaire, whoever writes it', async () => {
    const endings = Object.values(questionnaire.sides).flatMap(({ id: side }) =>
      variablesOf(questionnaire, side).flatMap((variable) =>
        variable.options
          .filter(({ code }) => ends(variable, code))
          .map(({ code }) => [side, variable.id, code] as const),
      ),
    );
    expect(endings.map(([, id, code]) => `${id} ${code}`)).toEqual([
      's_stage none_fit',
      's_elapsed lt45',
      's_elapsed gt2y',
      'e_role none',
    ]);
    for (const [side, id, code] of endings)
      expect(
        await refusal(
          database().sql(`update private.${side} set ${id} = $1::text::private.${enumOf(id)}`, [code]),
        ),
      ).toMatchObject({ code: '23514' });
  });

  test.each([
    ['s_explanation', 'unseen', 'job_seeker'],
    ['s_time', 'unseen', 'job_seeker'],
    ['e_wanted', 'unseen', 'employer'],
    ['e_asked', 'dk', 'employer'],
  ])('%s can never be %s', async (id, code, side) => {
    const change = `update private.${side} set ${id} = $1::text::private.${enumOf(id)} where ${id} <> 'na'`;
    expect(await refusal(database().sql(change, [code]))).toMatchObject({ code: '23514' });
  });
});

/** The enum type of a question’s column. */
function enumOf(id: string): string {
  const questions = Object.values(questionnaire.sides).flatMap((side) => side.questions);
  const question = questions.find((one) => one.id === id);
  if (question === undefined || !('list' in question)) throw new Error(`${id} has no list.`);
  return question.list;
}
