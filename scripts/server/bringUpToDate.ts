import { cpSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { controller } from '../../src/controller.ts';
import { isLocal, localName } from '../backup/databaseName.ts';
import { hasProject } from '../backup/project.ts';
import { holdsNobody } from '../backup/tables.ts';
import { lastBackupOf, noteBackup, takeBackup, type Taken } from '../backup/takeBackup.ts';
import { openDatabase, type EmbeddedDatabase } from './embeddedDatabase.ts';
import { folders } from '../command/folders.ts';
import { applyMigrations, compareMigrations, type Difference } from './migrations.ts';
import { PlainError } from '../command/PlainError.ts';
import type { Secrets } from './secrets.ts';
import type { SqlClient } from './sqlClient.ts';

/** Of the database, of what shall take its place, and of what it was until a moment ago. */
export const placesIn = (dataDir: string) => ({
  database: join(dataDir, 'database'),
  next: join(dataDir, 'database.next'),
  former: join(dataDir, 'database.former'),
});

const remove = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};

/** Puts the next database in the place of the present one. */
export function exchange(dataDir: string): void {
  const { database, next, former } = placesIn(dataDir);
  if (existsSync(database)) renameSync(database, former);
  renameSync(next, database);
  remove(former);
}

/** Tidies up after an exchange, or the work before it, that was broken off: the database is whole again, and the former one. */
export function undoHalfAnExchange(dataDir: string): void {
  const { database, next, former } = placesIn(dataDir);
  if (!existsSync(database) && existsSync(former)) renameSync(former, database);
  remove(next);
  remove(former);
}

/** What leads back to a backup, as the end of a sentence. @param called what it is @param otherwise where there is none */
function wayBack(last: string | undefined, called: string, otherwise: string): string {
  const way =
    last === undefined
      ? otherwise
      : `${called} is ${last}, to which "npm run restore -- --replace ${last}" goes back`;
  // Else these commands mean the project.
  return hasProject() ? `${way}, without the project in .env` : way;
}

/** @throws {PlainError} always: what differs, that nothing was done, and what to do */
async function refuse(client: SqlClient, dataDir: string, { file, kind }: Difference): Promise<never> {
  const path = `supabase/migrations/${file}`;
  const [what, todo] = {
    edited: [
      `built with another text of ${path}`,
      // The file alone would not do: the code writes it again as long as nothing is frozen.
      'put that file back with the code that wrote it (git stash, or git revert where that is committed), freeze what is there for good with "npm run instrument -- --freeze", commit, and make the change again (git stash apply, then git checkout HEAD supabase/migrations src/release/package/registrations.ts): "npm run instrument" writes it into a migration of its own, and what was changed there by hand goes into a new file by hand (git stash show --patch)',
    ],
    removed: [
      `built with ${path}, which is gone`,
      `put that file back with "git restore --source COMMIT ${path}"`,
    ],
    newer: [`brought by newer code to ${path}, which this code does not have`, 'use the newer code again'],
    'slipped in': [
      `built without ${path}, which lies before what it has had`,
      'give that file a later number, so that it is applied after the others',
    ],
  }[kind];
  const { database } = placesIn(dataDir);
  const anew = (await holdsNobody(client))
    ? `All its answers are made up: to have it made anew, remove ${database}.`
    : `To go on with an empty one and lose nothing, rename ${database}.`;
  const name = await localName(client);
  const last = lastBackupOf(folders.backups, (database) => database === name);
  throw new PlainError(
    `The local database in ${dataDir} was ${what}, and was left as it is: ${todo}; ${wayBack(last, 'its last backup', '"npm run backup" makes a backup of it')}. ${anew}`,
  );
}

/** Opens the database of a data folder. @throws {PlainError} when PGlite, which ends in an abort without a reason, cannot read the files */
export async function openOrSay(dataDir: string, secrets: Secrets): Promise<EmbeddedDatabase> {
  try {
    return await openDatabase(placesIn(dataDir).database, secrets);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { database } = placesIn(dataDir);
    // Its name is in what cannot be read.
    const last = lastBackupOf(folders.backups, isLocal);
    throw new PlainError(
      `The local database in ${dataDir} cannot be read (${reason.split('\n')[0] ?? ''}), and was left as it is: ${wayBack(last, 'the last backup made here of a local database', `there is no backup of it in ${folders.backups}; rename ${database} to begin with an empty one`)}.`,
    );
  }
}

/** A database that has had every migration of the folder. */
interface BroughtUp {
  readonly database: EmbeddedDatabase;
  /** Lines for the person who starts it: what was done. */
  readonly said: readonly string[];
}

function linesOf(applied: readonly string[], backup: string): readonly string[] {
  const [missing, they] =
    applied.length === 1 ? ['one migration', 'it was'] : [`${applied.length} migrations`, 'they were'];
  return [
    `The local database lacked ${missing} of this code: ${applied.join(', ')}.`,
    `A backup was made first, ${backup}, then ${they} applied${controller.backupDays === 0 ? '; the backup is deleted, because src/controller.ts promises none' : ''}.`,
  ];
}

/**
 * Opens the database of a data folder and applies the migrations that it lacks: to a copy that then takes its place, so
 * that whatever happens in between leaves it as it was. The caller holds the folder’s lock.
 * @throws {PlainError} when it cannot be read, has had other migrations, or one fails
 */
export async function bringUpToDate(
  dataDir: string,
  migrationsDir: string,
  secrets: Secrets,
): Promise<BroughtUp> {
  undoHalfAnExchange(dataDir);
  const { database: place, next } = placesIn(dataDir);
  const database = await openOrSay(dataDir, secrets);
  const { driver } = database.connection;
  let backup: Taken;
  try {
    const { applied, pending, difference } = await compareMigrations(driver, migrationsDir);
    if (difference !== undefined) await refuse(driver, dataDir, difference);
    if (pending.length === 0) return { database, said: [] };
    if (applied === 0) {
      const { length } = await applyMigrations(driver, migrationsDir);
      return { database, said: [`Migrations applied to the local database: ${length}.`] };
    }
    backup = await takeBackup(driver, await localName(driver), folders.backups);
  } catch (error) {
    await database.connection.close();
    throw error;
  }
  await database.connection.close();
  try {
    // A file system that can shares the blocks of both until one of them changes.
    cpSync(place, next, { recursive: true, mode: constants.COPYFILE_FICLONE });
    const copy = await openDatabase(next, secrets);
    let applied: readonly string[];
    try {
      applied = await applyMigrations(copy.connection.driver, migrationsDir);
      if (controller.backupDays > 0) await noteBackup(copy.connection.driver, backup);
    } finally {
      await copy.connection.close();
    }
    exchange(dataDir);
    return { database: await openOrSay(dataDir, secrets), said: linesOf(applied, backup.file) };
  } catch (error) {
    undoHalfAnExchange(dataDir);
    if (!(error instanceof PlainError)) throw error;
    throw new PlainError(
      `${error.message}; that was in a copy, the local database in ${dataDir} is as it was, and ${backup.file} is a backup of it.`,
    );
  }
}
