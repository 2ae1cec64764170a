import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './PlainError.ts';

/** As much of a database client as migrations need; PGlite has this shape, a `pg` client is adapted in a line. */
export interface SqlClient {
  /** Runs SQL of one or more statements. */
  exec(sql: string): Promise<unknown>;
  /** Runs one statement with parameters. */
  query(sql: string, parameters?: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Migration {
  /** 14 digits: the time it was written, which is its place in the order. */
  version: string;
  name: string;
  sql: string;
}

/** Same table as the Supabase CLI's (https://supabase.com/docs/guides/deployment/database-migrations). */
const historyTable = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
`;

function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file) => {
    const [, version, name] = /^(\d{14})_(\w+)\.sql$/.exec(file) ?? [];
    if (version === undefined || name === undefined) {
      throw new PlainError(
        `Rename supabase/migrations/${file} to <14 digits>_<name>.sql, as the Supabase CLI expects.`,
      );
    }
    return { version, name, sql: readFileSync(join(folder, file), 'utf8') };
  });
}

async function applyOne(client: SqlClient, { version, name, sql }: Migration): Promise<void> {
  await client.exec('begin');
  try {
    await client.exec(sql);
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, array[$2::text], $3)',
      [version, sql, name],
    );
    await client.exec('commit');
  } catch (error) {
    await client.exec('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `Migration ${version}_${name}.sql was not applied, and nothing was changed by it: ${reason}`,
    );
  }
}

/**
 * Applies the migrations of a folder that the database has not had yet, in order, each in a transaction of its own.
 *
 * What was applied must be exactly the beginning of what the folder holds, text and all. The history keeps each
 * file as one statement, so that it is its own checksum: a file that was edited, removed or slipped in before an
 * applied one is noticed here, as it would go unnoticed into a database that differs from production's.
 * @param folder holds `<14 digits>_<name>.sql` files
 * @returns the file names that were applied now
 * @throws {PlainError} when a file is misnamed, fails, or contradicts the history
 */
export async function applyMigrations(client: SqlClient, folder: string): Promise<string[]> {
  await client.exec(historyTable);
  const { rows } = await client.query(
    'select version, statements[1] as sql from supabase_migrations.schema_migrations order by version',
  );
  const applied = rows as { version: string; sql: string }[];
  const migrations = readMigrations(folder);
  const conflict = applied.find(
    ({ version, sql }, place) => migrations[place]?.version !== version || migrations[place].sql !== sql,
  );
  if (conflict !== undefined) {
    throw new PlainError(
      `The local database was built from other files than supabase/migrations holds now (first difference: ` +
        `${conflict.version}): remove the folder .supabase-local and start again, its data are only local.`,
    );
  }
  const pending = migrations.slice(applied.length);
  for (const migration of pending) await applyOne(client, migration);
  return pending.map(({ version, name }) => `${version}_${name}.sql`);
}
