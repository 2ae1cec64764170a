import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { folders } from '../../../scripts/server/folders.ts';
import { applyMigrations } from '../../../scripts/server/migrations.ts';
import type { Connection, Database, GrantRegime, Row } from './database.ts';
import { superuser, type PostgresqlServer } from './postgresqlServer.ts';
import { setRequest } from './requestSql.ts';
import { projectSql, regimeCheck } from './supabaseSql.ts';

export type PostgresqlAddress = Pick<PostgresqlServer, 'port' | 'password'>;

/** Counts come as numbers, as PGlite gives them, so that one expectation fits both databases. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

const settings = (address: PostgresqlAddress, user: string, database: string): pg.PoolConfig => ({
  host: '127.0.0.1',
  port: address.port,
  password: address.password,
  user,
  database,
  types,
});

async function asClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const templateName = (regime: GrantRegime): string => `template_${regime.replace(' ', '_')}`;

/** Makes the database that every fresh one of this regime is copied from. */
export async function makePostgresqlTemplate(address: PostgresqlAddress, regime: GrantRegime): Promise<void> {
  const name = templateName(regime);
  const asAdmin = (database: string) => settings(address, superuser, database);
  await asClient(asAdmin('template1'), (client) => client.query(`create database ${name}`));
  await asClient(asAdmin(name), async (client) => {
    await client.query(projectSql(regime));
    // The password is hexadecimal digits of our own, so it needs no quoting.
    await client.query(
      `alter role postgres password '${address.password}'; alter database ${name} owner to postgres`,
    );
  });
  await asClient(settings(address, 'postgres', name), async (client) => {
    await client.query(regimeCheck(regime));
    await applyMigrations(
      { exec: (sql) => client.query(sql), query: (sql, parameters) => client.query(sql, parameters) },
      folders.migrations,
    );
  });
}

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
    asClient(settings(address, superuser, 'template1'), work);
  await asAdmin((client) =>
    client.query(`create database ${name} template ${templateName(regime)} owner postgres`),
  );
  const config = settings(address, 'postgres', name);
  const pool = new pg.Pool({ ...config, max: 40 });
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
      asClient(config, async (client) => {
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
