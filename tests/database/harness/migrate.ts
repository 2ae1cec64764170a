import type { Files } from '../../../scripts/instrument/source.ts';
import type { Database } from './database.ts';

/** Runs migrations in order, each in a transaction of its own. */
export async function migrate(database: Database, migrations: Files): Promise<void> {
  for (const [, sql] of [...migrations].sort()) await database.script(`begin;\n${sql}\ncommit;`);
}

/** A database as it is before the first migration of ours. */
export const emptied = (database: Database): Promise<unknown> =>
  database.script(`drop schema private, public cascade;
create schema public;
grant usage on schema public to anon, authenticated, service_role;`);
