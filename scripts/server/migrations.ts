import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from '../command/PlainError.ts';
import { inTransaction, type SqlClient } from './sqlClient.ts';

interface Migration {
  /** 14 digits: the time it was written, which is its place in the order. */
  readonly version: string;
  readonly name: string;
  readonly sql: string;
}

/**
 * Where a database went another way than the files: an applied file has another text now, is not there or is later than
 * all that are there; or one lies before it that was not applied.
 */
export interface Difference {
  readonly file: string;
  readonly kind: 'edited' | 'removed' | 'newer' | 'slipped in';
}

/** Same table as the Supabase CLI's (https://supabase.com/docs/guides/deployment/database-migrations). */
const historyTable = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
`;

const fileName = ({ version, name }: Pick<Migration, 'version' | 'name'>): string => `${version}_${name}.sql`;

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

/** The versions of a folder, in order. */
export const versionsIn = (folder: string): readonly string[] =>
  readMigrations(folder).map(({ version }) => version);

async function applyOne(client: SqlClient, { version, name, sql }: Migration): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.exec(sql);
      await client.query(
        'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, array[$2::text], $3)',
        [version, sql, name],
      );
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(
      `Migration ${version}_${name}.sql was not applied, and nothing was changed by it: ${reason}`,
    );
  }
}

const history = z.array(z.object({ version: z.string(), name: z.string(), sql: z.string().nullable() }));

/** What a database has had, in order. Fails where it has no such table. */
export async function appliedMigrations(client: SqlClient): Promise<z.infer<typeof history>> {
  const { rows } = await client.query(
    'select version, name, statements[1] as sql from supabase_migrations.schema_migrations order by version',
  );
  return history.parse(rows);
}

/**
 * Compares the history of a database with the files of a folder.
 *
 * What was applied must be exactly the beginning of what the folder holds, text and all. The history keeps each
 * file as one statement, so that it is its own checksum: a file that was edited, removed or slipped in before an
 * applied one is noticed here, as it would go unnoticed into a database that differs from production's.
 * @param folder holds `<14 digits>_<name>.sql` files
 * @throws {PlainError} when a file is misnamed
 */
export async function compareMigrations(
  client: SqlClient,
  folder: string,
): Promise<{ readonly applied: number; readonly pending: Migration[]; readonly difference?: Difference }> {
  await client.exec(historyTable);
  const [applied, files] = [await appliedMigrations(client), readMigrations(folder)];
  const place = applied.findIndex(
    ({ version, sql }, i) => files[i]?.version !== version || files[i].sql !== sql,
  );
  const had = applied[place];
  const pending = files.slice(applied.length);
  if (had === undefined) return { applied: applied.length, pending };
  const here = files[place];
  const difference = ((): Difference => {
    if (here === undefined) return { file: fileName(had), kind: 'newer' };
    if (here.version === had.version) return { file: fileName(had), kind: 'edited' };
    return here.version < had.version
      ? { file: fileName(here), kind: 'slipped in' }
      : { file: fileName(had), kind: 'removed' };
  })();
  return { applied: applied.length, pending, difference };
}

/**
 * Applies the migrations of a folder that the database has not had yet, in order, each in a transaction of its own.
 * @param until the last version to apply; all of them when absent
 * @returns the file names that were applied now
 * @throws {PlainError} when a file is misnamed, fails, or contradicts the history
 */
export async function applyMigrations(client: SqlClient, folder: string, until?: string): Promise<string[]> {
  const { pending, difference } = await compareMigrations(client, folder);
  if (difference !== undefined)
    throw new PlainError(
      `This database was built from other files than supabase/migrations holds now; the first that differs is ${difference.file}.`,
    );
  const wanted = pending.filter(({ version }) => until === undefined || version <= until);
  for (const migration of wanted) await applyOne(client, migration);
  return wanted.map(fileName);
}
