import { z } from 'zod';
import { plural } from '../owner/plural.ts';
import { PlainError } from '../command/PlainError.ts';
import { inTransaction, type SqlClient } from '../server/sqlClient.ts';
import { readBackup, type Backup } from './backupFile.ts';
import { accounts, keptTables, ownOfADatabase, type Table } from './tables.ts';
import { backupsIn } from './takeBackup.ts';

/** Rows put in by one statement. */
const BATCH = 500;

const settings = 'private.setting';
const tombstones = 'private.withdrawn';

/** What a target may hold: what migrations put there, and what it knows to be withdrawn. */
const mayHold: readonly string[] = [settings, tombstones, accounts];

/** The statement that puts a batch of rows, as a list in JSON, into a table. It returns the settings that are not there. */
function insertOf({ name, columns }: Table): string {
  const all = columns.join(', ');
  const rows = `jsonb_populate_recordset(null::${name}, $1::jsonb) as kept`;
  if (name === settings)
    return `with put as (update ${name} as one set value = kept.value from ${rows} where one.name = kept.name returning one.name)
      select kept.name from ${rows} where kept.name not in (select name from put)`;
  // An account that is kept elsewhere may be gone; a moderator without one is nobody.
  const where = name === 'private.moderator' ? ` where user_id in (select id from ${accounts})` : '';
  const conflict = mayHold.includes(name) ? ' on conflict do nothing' : '';
  return `insert into ${name} (${all}) overriding system value select ${all} from ${rows}${where}${conflict}`;
}

/** @throws {PlainError} when the target is not the empty project that a backup goes into */
async function requireEmpty(client: SqlClient, tables: readonly Table[]): Promise<void> {
  const asked = tables.filter(({ name }) => !mayHold.includes(name));
  const counts = asked.map(({ name }) => `select '${name}' as name, count(*)::integer as n from ${name}`);
  const { rows } = await client.query(
    `select * from (${counts.join(' union all ')}) as held where n > 0 limit 1`,
  );
  const [held] = z.array(z.object({ name: z.string(), n: z.number() })).parse(rows);
  if (held === undefined) return;
  throw new PlainError(
    `The database holds ${plural(held.n, 'row')} in ${held.name} already, and a backup is never mixed with others: restore it into a new project.`,
  );
}

/** @throws {PlainError} when the tables are not those that the backup was made of */
function matched(backup: Backup, target: readonly Table[]): readonly Table[] {
  return backup.heading.tables.flatMap(({ name, columns }) => {
    const table = target.find((one) => one.name === name);
    // A project whose sign-in service keeps the accounts takes none from us; former files held notes of backups.
    if (table === undefined && [accounts, ...ownOfADatabase].includes(name)) return [];
    const differs = table?.columns.toSorted().join() !== columns.toSorted().join();
    if (differs && name !== accounts)
      throw new PlainError(
        `${backup.file} was made of another ${name} than this database has, so nothing was restored: run the same migrations first.`,
      );
    return table === undefined
      ? []
      : [{ ...table, columns: columns.filter((one) => table.columns.includes(one)) }];
  });
}

async function fill(client: SqlClient, backup: Backup, tables: readonly Table[]): Promise<void> {
  const statements = new Map(tables.map((table) => [table.name, insertOf(table)]));
  let [table, batch]: [string | undefined, string[]] = [undefined, []];
  const put = async () => {
    const statement = table === undefined ? undefined : statements.get(table);
    if (statement !== undefined && batch.length > 0) {
      const { rows } = await client.query(statement, [`[${batch.join(',')}]`]);
      const [unknown] = z.array(z.object({ name: z.string() })).parse(rows);
      if (unknown !== undefined)
        throw new PlainError(
          `${backup.file} holds the setting “${unknown.name}”, which this database does not have, so nothing was restored: run the same migrations first.`,
        );
    }
    batch = [];
  };
  for await (const { table: next, row } of backup.rows()) {
    if (next !== table || batch.length === BATCH) await put();
    table = next;
    batch.push(row);
  }
  await put();
}

/** What backups made later, in the same folder, know to be withdrawn. */
async function addLaterTombstones(client: SqlClient, later: readonly Backup[]): Promise<void> {
  for (const { rows } of later)
    for await (const { table, row } of rows())
      if (table === tombstones)
        await client.query(
          `insert into ${tombstones} select * from jsonb_populate_record(null::${tombstones}, $1::jsonb) on conflict do nothing`,
          [row],
        );
}

/** The backups of a folder that were made after one; what cannot be read is passed over, because it is only asked for more. */
export async function laterThan({ heading }: Backup, folder: string): Promise<readonly Backup[]> {
  const read = await Promise.all(
    backupsIn(folder).map((file) =>
      readBackup(file).catch((error: unknown) => {
        if (error instanceof PlainError) return undefined;
        throw error;
      }),
    ),
  );
  return read.filter((one) => one !== undefined).filter((one) => one.heading.made_at > heading.made_at);
}

export interface Restored {
  readonly responses: number;
  /** What was withdrawn or removed after the backup was made, and is gone again. */
  readonly buried: number;
  /** Moderators without an account here. */
  readonly moderatorsMissing: number;
}

const outcome = z.tuple([z.object({ responses: z.number(), buried: z.number(), moderators: z.number() })]);

/**
 * Puts a backup into a database that has had the same migrations and holds nothing, whole or not at all. What the database,
 * or a later backup, knows to be withdrawn goes again, and so does what has had its time since.
 */
export async function restoreInto(
  client: SqlClient,
  backup: Backup,
  later: readonly Backup[],
): Promise<Restored> {
  const target = await keptTables(client);
  const tables = matched(backup, target);
  const ours = target.filter(({ name }) => name !== accounts);
  const triggers = (word: 'enable' | 'disable') =>
    client.exec(ours.map(({ name }) => `alter table ${name} ${word} trigger user`).join('; '));
  const work = async (): Promise<Restored> => {
    // What a trigger would work out is in the backup. This also keeps others from writing until the end.
    await triggers('disable');
    await requireEmpty(client, target);
    await fill(client, backup, tables);
    await addLaterTombstones(client, later);
    for (const { name, numbered } of tables)
      if (numbered !== null)
        await client.query(
          `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${numbered}) from ${name}), 0) + 1, false)`,
          [name, numbered],
        );
    await triggers('enable');
    const { rows } = await client.query(
      `select private.bury_again() as buried, $1::integer as responses, (select count(*)::integer from private.moderator) as moderators`,
      [backup.heading.responses],
    );
    await client.query('select private.maintenance()');
    const [{ responses, buried, moderators }] = outcome.parse(rows);
    const had = backup.heading.tables.find(({ name }) => name === 'private.moderator')?.rows ?? 0;
    return { responses, buried, moderatorsMissing: had - moderators };
  };
  try {
    return await inTransaction(client, work);
  } catch (error) {
    // Of the database itself: a row that a constraint refuses, say.
    const isRefused = error instanceof Error && 'severity' in error;
    if (!isRefused) throw error;
    throw new PlainError(`The backup could not be restored, and nothing was changed: ${error.message}.`);
  }
}
