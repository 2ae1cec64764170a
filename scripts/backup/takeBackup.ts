import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { appliedMigrations } from '../server/migrations.ts';
import { inTransaction, type SqlClient } from '../server/sqlClient.ts';
import { writeLines, type Heading } from './backupFile.ts';
import { keptTables, rowsOf, type Table } from './tables.ts';

/** Rows fetched at once, so that a large database does not have to fit into memory. */
const BATCH = 1000;

const responseTables = Object.keys(questionnaire.sides).map((side) => `private.${side}`);

async function headingOf(client: SqlClient, database: string, tables: readonly Table[]): Promise<Heading> {
  const counts = tables.map(({ name }) => `(select count(*)::integer from ${rowsOf(name)})`);
  const { rows } = await client.query(`select array[${counts.join(', ')}] as counts`);
  const [{ counts: all }] = z.tuple([z.object({ counts: z.array(z.number()) })]).parse(rows);
  const counted = tables.map(({ name, columns }, i) => ({ name, columns, rows: all[i] ?? 0 }));
  const responses = counted.filter(({ name }) => responseTables.includes(name));
  return {
    format: 1,
    made_at: new Date().toISOString(),
    database,
    migrations: (await appliedMigrations(client)).map(({ version }) => version),
    responses: responses.reduce((sum, { rows: n }) => sum + n, 0),
    tables: counted,
  };
}

async function* linesOf(
  client: SqlClient,
  heading: Heading,
  tables: readonly Table[],
): AsyncGenerator<string> {
  yield JSON.stringify(heading);
  for (const { name, numbered } of tables) {
    const rows = rowsOf(name).replace(name, `${name} as kept`);
    await client.exec(
      `declare lines no scroll cursor for select row_to_json(kept.*)::text as line from ${rows}${numbered === null ? '' : ` order by ${numbered}`}`,
    );
    for (;;) {
      const fetched = z
        .array(z.object({ line: z.string() }))
        .parse((await client.query(`fetch ${BATCH} from lines`)).rows);
      for (const { line } of fetched) yield line;
      if (fetched.length < BATCH) break;
    }
    await client.exec('close lines');
  }
}

/** A name tells when it was made, of which version and of which database, so that a list of them reads by itself. */
const nameOf = ({ made_at, migrations, database }: Heading): string =>
  `${made_at.replaceAll(/[:.]/g, '-')}-${migrations.at(-1) ?? ''}-${database ?? ''}.backup.gz`;
const named =
  /^(?<day>\d{4}-\d\d-\d\d)T\d\d-\d\d-\d\d-\d{3}Z-\d{14}(?:-(?<database>[a-z0-9.-]+))?\.backup\.gz(?:\.part)?$/;
const partsOf = (file: string): Partial<Record<string, string>> => named.exec(file)?.groups ?? {};

export interface Taken {
  readonly file: string;
  readonly heading: Heading;
}

/**
 * Writes what a database holds into a new file of a folder, as it is at one moment, while others may go on writing. Of
 * ours, no matter of which version: nothing is read that the catalog does not name.
 */
export async function takeBackup(client: SqlClient, database: string, folder: string): Promise<Taken> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return inTransaction(
    client,
    async () => {
      const tables = await keptTables(client);
      const heading = await headingOf(client, database, tables);
      const file = join(folder, nameOf(heading));
      const part = `${file}.part`;
      try {
        await writeLines(part, linesOf(client, heading, tables));
      } catch (error) {
        rmSync(part, { force: true });
        throw error;
      }
      renameSync(part, file);
      return { file, heading };
    },
    'transaction isolation level repeatable read read only',
  );
}

/** Notes in a database, if it has had our migrations, that a backup of it was made. */
export async function noteBackup(client: SqlClient, { heading }: Taken): Promise<void> {
  const { rows } = await client.query(
    "select where to_regprocedure('public.record_backup(integer)') is not null",
  );
  if (rows.length > 0) await client.query('select public.record_backup($1)', [heading.responses]);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => named.test(file))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The backups in a folder, the newest last. */
export const backupsIn = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((file) => !file.endsWith('.part'))
    .map((file) => join(folder, file));

/** The newest of a database. @param isMeant whether it is that one, by its name */
export const lastBackupOf = (folder: string, isMeant: (database: string) => boolean): string | undefined =>
  backupsIn(folder).findLast((file) => {
    const { database } = partsOf(basename(file));
    return database !== undefined && isMeant(database);
  });

const day = 24 * 60 * 60 * 1000;

/** Deletes the backups in a folder that are older than the pages promise. @returns how many */
export function dropOldBackups(folder: string, days: number): number {
  const first = new Date(Date.now() - days * day).toISOString().slice(0, 10);
  const old = filesIn(folder).filter((file) => days === 0 || (partsOf(file).day ?? '') < first);
  for (const file of old) rmSync(join(folder, file));
  return old.length;
}
