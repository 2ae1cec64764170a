import { join } from 'node:path';
import { inject } from 'vitest';
import { temporaryFolder } from '../../../scripts/postgresql/temporaryFolder.ts';
import { openDatabase as openFolder } from '../../../scripts/server/embeddedDatabase.ts';
import { ensureSecrets } from '../../../scripts/server/secrets.ts';
import type { SqlClient } from '../../../scripts/server/sqlClient.ts';
import type { Database, DatabaseName } from './database.ts';
import { layMigrated } from './migratedOnce.ts';
import { openDatabase } from './openDatabase.ts';
import { pgliteDatabase } from './openPglite.ts';

/** A database that the commands of an owner find: a project on PostgreSQL, or a data folder. */
export interface Place {
  /** What leads a command to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Opens it for as long as `work` takes; a folder is then closed to everybody else. */
  readonly use: <Result>(work: (database: Database) => Promise<Result>) => Promise<Result>;
  readonly remove: () => Promise<void>;
}

export const clientOf = (database: Database): SqlClient => ({
  exec: (sql) => database.script(sql),
  query: async (sql, parameters) => ({ rows: await database.sql(sql, parameters) }),
});

/** The address of a database, as its owner has it. */
export async function addressOf(database: Database): Promise<string> {
  const { port, password } = inject('postgresql');
  const [row] = await database.sql('select current_database() as name');
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${String(row?.name)}`;
}

async function project(): Promise<Place> {
  const database = await openDatabase('PostgreSQL', 'explicit grants');
  return {
    environment: { SUPABASE_DB_URL: await addressOf(database) },
    use: (work) => work(database),
    remove: () => database.close(),
  };
}

/** A data folder; `restore` makes the database in one that is new. */
export async function dataFolder(isNew: boolean): Promise<Place & { readonly path: string }> {
  const { path, remove } = temporaryFolder('kept');
  const use: Place['use'] = async (work) => {
    const { connection } = await openFolder(join(path, 'database'), ensureSecrets(path));
    try {
      return await work(await pgliteDatabase(connection.driver));
    } finally {
      await connection.close();
    }
  };
  if (!isNew) await layMigrated(path);
  return {
    path,
    environment: { NBW_DATA: path },
    use,
    remove: () => {
      remove();
      return Promise.resolve();
    },
  };
}

/** A place that holds a migrated database; as the target of a restore, what a restore is made into. */
export const newPlace = (name: DatabaseName, isTarget = false): Promise<Place> =>
  name === 'PGlite' ? dataFolder(isTarget) : project();
