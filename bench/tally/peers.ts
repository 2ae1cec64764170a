import type pg from 'pg';
import { countsOf } from '../../src/release/counts.ts';
import { createTally, type Responses } from '../../src/release/tallySql.ts';
import { questionOf, segmentsOf } from '../../src/release/segmentSql.ts';
import { tally, type Tally } from '../../src/release/tally.ts';
import type { SideId } from '../../src/survey/question.ts';
import { conditionOnColumns } from '../../src/survey/sql.ts';
import { answerColumns, jsonbTable, sides } from './tables.ts';

/** The peer that reads the jsonb tables. */
export const jsonbId = 'jsonb';

/** One way to count all answers. */
export interface Peer {
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

/** Every value is taken out of the jsonb once a row, which is the fastest way we know, then read like a column. */
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

/** Every count of a side in one pass over its rows and nothing else: no kinds, no epochs. @param by what cuts it */
function barePass(side: SideId, by: readonly string[]): string {
  const filters = countsOf(side).map(({ base, where }) => {
    const besides = where === null ? [] : ['sql' in where ? where.sql : conditionOnColumns(where)];
    return `count(*) filter (where ${[conditionOnColumns(base.where), ...besides].join(' and ')})`;
  });
  const sets = ['()', ...by.map((question) => `(${question})`)].join(', ');
  return `select array[${[...new Set(filters)].join(', ')}] from private.${side} where not made_up and standing = 'counted' group by grouping sets (${sets})`;
}

const bare = sides.map((side) => barePass(side, []));
const bareWithCuts = sides.map((side) =>
  barePass(
    side,
    segmentsOf(side).map((segment) => questionOf(segment, side)),
  ),
);

const ask = (queries: readonly string[]) => async (client: pg.Client) => {
  for (const query of queries) await client.query(query);
  return null;
};

/** As our function sets them for itself. */
const settings = `set work_mem = '64MB'; set enable_sort = off`;

/** Makes the function of the peer that needs one. */
export async function preparePeers(client: pg.Client): Promise<void> {
  await client.query(`create schema bench_by_record; ${createTally('bench_by_record', byRecord)}`);
}

/** The pass that ours is held to. */
export const bareId = 'bare';

/** Ours first: the others are told as multiples of it. */
export const peers: readonly Peer[] = [
  {
    id: 'ours',
    name: 'ours: with cuts, versions, and who is new since each release',
    count: countIn('public'),
  },
  { id: bareId, name: 'bare count(*) filter, one pass, with cuts', count: ask([settings, ...bareWithCuts]) },
  { id: 'uncut', name: 'bare count(*) filter, one pass, without cuts', count: ask([settings, ...bare]) },
  { id: jsonbId, name: 'ours over jsonb, unpacked once a row', count: countIn('bench_by_record') },
];
