import pg from 'pg';
import type { SqlClient } from '../server/sqlClient.ts';
import type { PostgresqlServer } from './postgresqlServer.ts';

export type PostgresqlAddress = Pick<PostgresqlServer, 'port' | 'password'>;

/** Counts come as numbers, as PGlite gives them, so that one expectation fits both databases. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** How to sign in to a server of ours; every role in it has the same password. */
export const clientConfig = (
  address: PostgresqlAddress,
  user: string,
  database: string,
): pg.ClientConfig => ({
  host: '127.0.0.1',
  port: address.port,
  password: address.password,
  user,
  database,
  types,
});

/** Runs `work` on a connection of its own, which is closed whatever happens. */
export async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same client, as migrations and backups speak to a database. */
export const sqlClientOf = (client: pg.Client): SqlClient => ({
  exec: (sql) => client.query(sql),
  query: (sql, parameters) => client.query(sql, parameters),
});
