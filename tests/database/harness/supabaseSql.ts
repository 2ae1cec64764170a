import { readdirSync, readFileSync } from 'node:fs';
import type { GrantRegime } from './database.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const migrationFolder = new URL('../../../supabase/migrations/', import.meta.url);

/** What stands in a project before our migrations, under one regime of grants. A superuser runs it. */
export function projectSql(regime: GrantRegime): string {
  const prelude = read('supabasePrelude.sql');
  return regime === 'legacy grants' ? prelude + read('supabaseLegacyGrants.sql') : prelude;
}

/**
 * Fails when the project does not grant what its regime says: without this, the tests under legacy grants could come to
 * run on a project that grants nothing, and pass for that reason. Runs as `postgres`.
 */
export function regimeCheck(regime: GrantRegime): string {
  const expected = String(regime === 'legacy grants');
  return `do $$ begin
    create table public.probe ();
    if has_table_privilege('anon', 'public.probe', 'truncate') <> ${expected} then
      raise exception 'This project does not have ${regime}.';
    end if;
    drop table public.probe;
  end $$`;
}

/** Our migrations in the order of their names, which begin with a time stamp. */
export function migrations(): { name: string; text: string }[] {
  return readdirSync(migrationFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, migrationFolder), 'utf8') }));
}

/**
 * Applies our migrations, each in one transaction, as the Supabase CLI does.
 *
 * @throws Error naming the migration that failed and what the database said
 */
export async function applyMigrations(exec: (sql: string) => Promise<unknown>): Promise<void> {
  for (const { name, text } of migrations()) {
    try {
      await exec(`begin;\n${text}\n;commit;`);
    } catch (error) {
      throw new Error(`The migration ${name} does not apply: ${String(error)}`, { cause: error });
    }
  }
}
