import { z } from 'zod';
import type { SqlClient } from '../server/sqlClient.ts';

/** Where a sign-in service of its own keeps the accounts of moderators, they are not ours to keep; else they are. */
export const accounts = 'auth.users';

/**
 * Tables that are not unlogged and yet not kept, because they belong to one database and no other: the key of its proofs of
 * work, which proofs were used, and its notes of backups.
 */
export const ownOfADatabase: readonly string[] = [
  'private.secret',
  'private.used_challenge',
  'private.backup',
];

const tables = z.array(
  z.object({
    name: z.string(),
    columns: z.array(z.string()),
    /** The column that numbers the rows, which is also their order: a reply to a comment comes after it. */
    numbered: z.string().nullable(),
    /** Tables that must be filled before. */
    after: z.array(z.string()),
  }),
);
export type Table = z.infer<typeof tables>[number];

const sql = `
select
  format('%I.%I', nspname, relname) as name,
  (select jsonb_agg(attname order by attnum) from pg_attribute
    where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
  (select attname::text from pg_attribute where attrelid = c.oid and attidentity <> '' and not attisdropped) as numbered,
  (select coalesce(jsonb_agg(format('%I.%I', to_schema.nspname, to_table.relname)), '[]')
    from pg_constraint
    join pg_class as to_table on to_table.oid = confrelid
    join pg_namespace as to_schema on to_schema.oid = to_table.relnamespace
    where contype = 'f' and conrelid = c.oid and confrelid <> c.oid) as after
from pg_class as c join pg_namespace on pg_namespace.oid = c.relnamespace
-- 'p' is permanent; unlogged tables hold what has to be forgotten: counters, keys of networks, hours.
where relkind = 'r' and relpersistence = 'p'
  and (nspname = 'private' or format('%I.%I', nspname, relname) = $1
    and to_regclass('private.moderator') is not null and to_regclass('auth.schema_migrations') is null)
order by name`;

/**
 * The tables that a backup keeps, read from the database so that a new one is never forgotten: all permanent ones of
 * ours, in an order in which they can be filled.
 */
export async function keptTables(client: SqlClient): Promise<readonly Table[]> {
  const { rows } = await client.query(sql, [accounts]);
  const waiting = tables.parse(rows).filter(({ name }) => !ownOfADatabase.includes(name));
  const sorted: Table[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after }) => !waiting.some(({ name }) => after.includes(name)));
    // A circle of foreign keys would need constraints that can be deferred.
    if (next === -1) throw new Error('The tables refer to each other in a circle.');
    sorted.push(...waiting.splice(next, 1));
  }
  return sorted;
}

/** The rows of a table that are kept: of the accounts only those of moderators. */
export const rowsOf = (name: string): string =>
  name === accounts ? `${name} where id in (select user_id from private.moderator)` : name;

/** Whether nobody’s data are in the database: no row but made-up ones and settings. */
export async function holdsNobody(client: SqlClient): Promise<boolean> {
  const asked = (await keptTables(client)).filter(
    ({ name }) => !['private.setting', accounts].includes(name),
  );
  if (asked.length === 0) return false;
  const real = asked.map(
    ({ name, columns }) =>
      `exists (select from ${name}${columns.includes('made_up') ? ' where not made_up' : ''})`,
  );
  const { rows } = await client.query(`select not (${real.join(' or ')}) as nobody`);
  return z.tuple([z.object({ nobody: z.boolean() })]).parse(rows)[0].nobody;
}
