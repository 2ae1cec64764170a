import { readFileSync } from 'node:fs';
import { folders } from '../command/folders.ts';
import { applyMigrations } from '../server/migrations.ts';
import type { GrantRegime } from './grantRegime.ts';
import { superuser } from './postgresqlServer.ts';
import { withClient, clientConfig, sqlClientOf, type PostgresqlAddress } from './client.ts';

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

/** Makes a database that is like a new Supabase project: roles and grants. */
export async function makeEmptyProject(
  address: PostgresqlAddress,
  name: string,
  regime: GrantRegime,
): Promise<void> {
  const asAdmin = (database: string) => clientConfig(address, superuser, database);
  await withClient(asAdmin('template1'), (client) => client.query(`create database ${name}`));
  await withClient(asAdmin(name), async (client) => {
    await client.query(projectSql(regime));
    // The password is hexadecimal digits of our own, so it needs no quoting.
    await client.query(
      `alter role postgres password '${address.password}'; alter database ${name} owner to postgres`,
    );
  });
  await withClient(clientConfig(address, 'postgres', name), (client) => client.query(regimeCheck(regime)));
}

/** The same after `supabase db push`: with our migrations. */
export async function makeProject(
  address: PostgresqlAddress,
  name: string,
  regime: GrantRegime,
): Promise<void> {
  await makeEmptyProject(address, name, regime);
  await withClient(clientConfig(address, 'postgres', name), (client) =>
    applyMigrations(sqlClientOf(client), folders.migrations),
  );
}
