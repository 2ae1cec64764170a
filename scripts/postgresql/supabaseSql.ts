import { readFileSync } from 'node:fs';
import type { GrantRegime } from './grantRegime.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

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
