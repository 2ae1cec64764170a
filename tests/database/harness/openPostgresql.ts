import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { GrantRegime } from '../../../scripts/postgresql/grantRegime.ts';
import { superuser } from '../../../scripts/postgresql/postgresqlServer.ts';
import { withClient, clientConfig, type PostgresqlAddress } from '../../../scripts/postgresql/client.ts';
import type { Connection, Database, Row } from './database.ts';
import { setRequest } from './requestSql.ts';

/** The database that every fresh one of this regime is copied from. */
export const templateName = (regime: GrantRegime): string => `template_${regime.replace(' ', '_')}`;

const connectionOf = (client: pg.Pool | pg.PoolClient): Connection => ({
  sql: async (text, params = []) => (await client.query<Row>(text, [...params])).rows,
});

/** Runs `work` in a transaction on a connection of its own, so that calls in parallel are really parallel. */
async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** A fresh database on the running server, dropped when closed. */
export async function openPostgresql(address: PostgresqlAddress, regime: GrantRegime): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = <T>(work: (client: pg.Client) => Promise<T>) =>
    withClient(clientConfig(address, superuser, 'template1'), work);
  await asAdmin((client) =>
    client.query(`create database ${name} template ${templateName(regime)} owner postgres`),
  );
  const config = clientConfig(address, 'postgres', name);
  const pool = new pg.Pool({ ...config, max: 50 });
  return {
    name: 'PostgreSQL',
    ...connectionOf(pool),
    as: (role, request = {}) => ({
      sql: (text, params) =>
        inTransaction(pool, async (client) => {
          const connection = connectionOf(client);
          await setRequest(connection, role, request);
          return connection.sql(text, params);
        }),
    }),
    script: (text) =>
      withClient(config, async (client) => {
        // Several statements in one query come back as a list of results, a single one as itself.
        const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await client.query<Row>(text);
        return [results].flat().map(({ rows }) => rows);
      }),
    close: async () => {
      await pool.end();
      await asAdmin((client) => client.query(`drop database ${name}`));
    },
  };
}
