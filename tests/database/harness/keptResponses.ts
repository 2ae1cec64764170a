import type { Connection } from './database.ts';
import { sideIds } from '../../../src/survey/sides.ts';

/** Keeps many submissions at once, and counts those that were kept and those that the rules of their version refuse. */
export const keepAll = (database: Connection, submissions: readonly unknown[]) =>
  database.sql(
    `select count(*) filter (where private.keep(one, false, false))::integer as kept, count(private.submission_problem(one))::integer as refused
     from jsonb_array_elements($1::jsonb) as one`,
    [JSON.stringify(submissions)],
  );

/** What is kept of every response, by its id: the answers as they were sent, and the version. */
export async function kept(database: Connection): Promise<ReadonlyMap<string, unknown>> {
  const rows = await database.sql(
    sideIds
      .map(
        (side) =>
          `select id::text, instrument, private.${side}_answers(one) as answers from private.${side} as one`,
      )
      .join(' union all '),
  );
  return new Map(rows.map(({ id, ...row }) => [String(id), row]));
}

/** The same of what was sent. */
export const sentBy = (submissions: readonly { id: string; instrument: string; answers: unknown }[]) =>
  new Map(submissions.map(({ id, instrument, answers }) => [id, { instrument, answers }]));
