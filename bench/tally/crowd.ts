import type pg from 'pg';
import { committedSample, sampleRespondents } from '../../src/sample/sampleRespondents.ts';
import type { SideId } from '../../src/survey/question.ts';
import { literal } from '../../src/survey/sql.ts';
import { answerColumns, jsonbTable, sides } from './tables.ts';

/** How many people answered on each side. */
export type Crowd = Readonly<Record<SideId, number>>;

/** Employers in the proportion of the sample. */
export const crowdOf = (jobSeekers: number): Crowd => ({
  job_seeker: jobSeekers,
  employer: Math.round((jobSeekers * committedSample.employers) / committedSample.jobSeekers),
});

/** Made-up people in one call of load_sample. */
const SAMPLE_BATCH = 100;

/** What a table has beside the answers. */
async function otherColumns(client: pg.Client, side: SideId): Promise<readonly string[]> {
  const answers = new Set(answerColumns(side).map(({ name }) => name));
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`private.${side}`],
  );
  return rows.map(({ name }) => name).filter((name) => !answers.has(name));
}

/**
 * Takes the made-up sample in as people are taken in, rules of quality and all, then keeps it as the mould that crowds
 * are cast from and empties the response tables. Nothing here has to outlive a crash, so no log is written.
 */
export async function prepareCrowd(client: pg.Client): Promise<void> {
  const sample = sampleRespondents(committedSample);
  for (let from = 0; from < sample.length; from += SAMPLE_BATCH)
    await client.query('select public.load_sample($1)', [
      JSON.stringify({ submissions: sample.slice(from, from + SAMPLE_BATCH) }),
    ]);
  await client.query('create schema bench');
  for (const side of sides) {
    const others = (await otherColumns(client, side)).join(', ');
    const pairs = answerColumns(side).map(({ name }) => `${literal(name)}, ${name}`);
    await client.query(`
      create table bench.mould_${side} as
        select row_number() over (order by id) - 1 as place, *,
          jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})) as answers
        from private.${side};
      analyze bench.mould_${side};
      create unlogged table ${jsonbTable(side)} as select ${others}, answers from bench.mould_${side} limit 0;
      truncate private.${side};
      alter table private.${side} set unlogged;`);
  }
}

/**
 * Adds people `from` up to and not including `to` of a side, where asked the same ones to its table of jsonb: each answers like
 * somebody of the sample, under an id of their own, without the triggers that judge an arriving response one by one.
 * Whom they are like is drawn by a hash of their number: in any regular order a processor soon foresees the next row, and
 * a pass over them is a quarter faster than over people.
 */
export async function addPeople(
  client: pg.Client,
  side: SideId,
  { from, to, jsonb }: { readonly from: number; readonly to: number; readonly jsonb: boolean },
): Promise<void> {
  const others = await otherColumns(client, side);
  const answers = answerColumns(side).map(({ name }) => name);
  const own: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    receipt: "sha256(convert_to(number::text, 'UTF8'))",
    made_up: 'false',
  };
  const cast = (table: string, columns: readonly string[]) => `
    insert into ${table} (${columns.join(', ')})
    select ${columns.map((column) => own[column] ?? column).join(', ')}
    from generate_series(${from}, ${to - 1}) as number
    join bench.mould_${side} on place = (hashint8(number)::bigint & x'7fffffff'::bigint) % (select count(*) from bench.mould_${side})
    order by number;`;
  await client.query(`
    set session_replication_role = replica;
    ${cast(`private.${side}`, [...others, ...answers])}
    ${jsonb ? cast(jsonbTable(side), [...others, 'answers']) : ''}
    reset session_replication_role;`);
}
