import type pg from 'pg';
import { createTally, type Responses } from '../../../src/release/tallySql.ts';
import { questionOf, segmentsOf } from '../../../src/release/segmentSql.ts';
import { tally, type Tally } from '../../../src/release/tally.ts';
import type { SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { conditionOnAnswers, conditionOnColumns, literal } from '../../../src/survey/sql.ts';
import { variablesOf } from '../../../src/survey/variables.ts';
import { answerColumns, jsonbTable, sides } from './tables.ts';

/** One way to count all answers. */
export interface Peer {
  /** How it is asked for. */
  readonly id: string;
  readonly name: string;
  /** Counts everything once. @returns the tally, or null where the numbers are not the same ones as ours */
  readonly count: (client: pg.Client) => Promise<Tally | null>;
}

const countIn =
  (schema: string) =>
  async (client: pg.Client): Promise<Tally> => {
    const { rows } = await client.query<{ counts: unknown }>(
      `select ${schema}.tally(false, '{}', 'infinity') as counts`,
    );
    return tally.parse(rows[0]?.counts);
  };

/** A value is taken out of the jsonb anew in every condition. */
const byKey = (side: SideId): Responses => ({
  from: jsonbTable(side),
  code: (variable) => `answers ->> ${literal(variable)}`,
  holds: conditionOnAnswers,
});

/** Every value is taken out of the jsonb once a row, then read like a column. */
function byRecord(side: SideId): Responses {
  const types = answerColumns(side).map(
    ({ name, type }) => `${name} ${type.startsWith('integer') ? 'integer' : 'text'}`,
  );
  return {
    from: `${jsonbTable(side)}, jsonb_to_record(answers) as answer(${types.join(', ')})`,
    code: (variable) => variable,
    // Here a variable can be absent, which in a response table it never is.
    holds: (condition) => `coalesce(${conditionOnColumns(condition)}, false)`,
  };
}

/** One distribution a question, as a dashboard asks for them: of everybody, and by each variable that cuts it. */
const queriesOf = (side: SideId, by: readonly string[]): readonly string[] =>
  variablesOf(questionnaire, side)
    .map(({ id }) => [...by, id].join(', '))
    .map(
      (columns) =>
        `select ${columns}, count(*) from private.${side} where not made_up and standing = 'counted' group by ${columns}`,
    );

const whole = sides.flatMap((side) => queriesOf(side, []));
const cut = sides.flatMap((side) =>
  segmentsOf(side).flatMap((segment) => queriesOf(side, [questionOf(segment, side)])),
);

const ask = (queries: readonly string[]) => async (client: pg.Client) => {
  for (const query of queries) await client.query(query);
  return null;
};

/** Makes the functions of the peers that need one. */
export async function preparePeers(client: pg.Client): Promise<void> {
  for (const [schema, responsesOf] of [
    ['bench_by_key', byKey],
    ['bench_by_record', byRecord],
  ] as const)
    await client.query(`create schema ${schema}; ${createTally(schema, responsesOf)}`);
}

/** Ours first: the others are told as multiples of it. */
export const peers: readonly Peer[] = [
  { id: 'ours', name: 'one pass over typed columns (ours)', count: countIn('public') },
  { id: 'record', name: 'one pass over jsonb, unpacked once a row', count: countIn('bench_by_record') },
  { id: 'key', name: 'one pass over jsonb, read in each condition', count: countIn('bench_by_key') },
  {
    id: 'queries',
    name: `${whole.length} queries over typed columns, without cuts`,
    count: ask(whole),
  },
  {
    id: 'cuts',
    name: `${whole.length + cut.length} queries over typed columns, with cuts`,
    count: ask([...whole, ...cut]),
  },
];
