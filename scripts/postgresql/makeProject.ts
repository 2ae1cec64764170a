import { folders } from '../server/folders.ts';
import { applyMigrations } from '../server/migrations.ts';
import type { GrantRegime } from './grantRegime.ts';
import { superuser } from './postgresqlServer.ts';
import { withClient, clientConfig, type PostgresqlAddress } from './client.ts';
import { projectSql, regimeCheck } from './supabaseSql.ts';

/** Makes a database that is like a Supabase project after `supabase db push`: roles, grants and our migrations. */
export async function makeProject(
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
  await withClient(clientConfig(address, 'postgres', name), async (client) => {
    await client.query(regimeCheck(regime));
    await applyMigrations(
      { exec: (sql) => client.query(sql), query: (sql, parameters) => client.query(sql, parameters) },
      folders.migrations,
    );
  });
}
