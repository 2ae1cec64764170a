import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { exchange, openOrSay, placesIn, undoHalfAnExchange } from '../server/bringUpToDate.ts';
import { openDatabase } from '../server/embeddedDatabase.ts';
import { folders } from '../command/folders.ts';
import { lockDataFolder } from '../server/lockDataFolder.ts';
import { applyMigrations, versionsIn } from '../server/migrations.ts';
import { PlainError } from '../command/PlainError.ts';
import { ensureSecrets } from '../server/secrets.ts';
import type { SqlClient } from '../server/sqlClient.ts';
import type { Backup } from './backupFile.ts';
import { databaseInWords, localName } from './databaseName.ts';
import { restoreInto, type Restored } from './restoreInto.ts';
import { takeBackup, type Taken } from './takeBackup.ts';

async function withDatabase<Result>(
  folder: string,
  work: (client: SqlClient) => Promise<Result>,
): Promise<Result> {
  const { connection } = await openDatabase(folder, ensureSecrets(folders.data));
  try {
    return await work(connection.driver);
  } finally {
    await connection.close();
  }
}

async function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const unlock = lockDataFolder(folders.data);
  try {
    undoHalfAnExchange(folders.data);
    return await work();
  } finally {
    unlock();
  }
}

/** Runs `work` on the database of the data folder. @throws {PlainError} when there is none or it is in use */
export async function withLocal<Result>(
  work: (client: SqlClient, place: string, name: string) => Promise<Result>,
): Promise<Result> {
  const { database } = placesIn(folders.data);
  const requireThere = (path: string): void => {
    if (!existsSync(path))
      throw new PlainError(`There is no local database in ${folders.data} yet: run npm start first.`);
  };
  requireThere(folders.data);
  return whileLocked(async () => {
    requireThere(database);
    const { connection } = await openOrSay(folders.data, ensureSecrets(folders.data));
    try {
      return await work(connection.driver, folders.data, await localName(connection.driver));
    } finally {
      await connection.close();
    }
  });
}

/**
 * By their numbers alone: until the freeze a text may change under its number, and a backup leads from one text to the next
 * where its tables, codes and settings are still there, which restoreInto.ts asks of each.
 * @throws {PlainError} unless the files begin with the migrations that the backup is of
 */
function requireVersion({ file, heading: { migrations } }: Backup): void {
  const here = versionsIn(folders.migrations);
  const unknown = migrations.find((version, place) => here[place] !== version);
  if (unknown !== undefined)
    throw new PlainError(
      `${file} was made with migration ${unknown}, which is not at that place in supabase/migrations: restore it with the code it was made with, which is the newer one if that file is missing here.`,
    );
}

export interface RestoredHere extends Restored {
  /** The backup of what was there before. */
  readonly former?: string;
  /** The folder of what was there before and could not be read. */
  readonly unreadable?: string;
}

/** Makes a backup of the present database, and takes one that cannot be read out of the way as it is. */
async function setAside(database: string): Promise<{ readonly taken?: Taken; readonly unreadable?: string }> {
  const opened = await openDatabase(database, ensureSecrets(folders.data)).catch(() => undefined);
  if (opened === undefined) {
    const unreadable = `${database}.unreadable-${Date.now()}`;
    renameSync(database, unreadable);
    return { unreadable };
  }
  try {
    const { driver } = opened.connection;
    return { taken: await takeBackup(driver, await localName(driver), folders.backups) };
  } finally {
    await opened.connection.close();
  }
}

/**
 * Makes the local database anew from a backup, at the version of the code: beside the present one, whose place it takes when
 * it is complete.
 * @param replaces whether there may be one, of which a backup is made first
 */
export async function restoreLocal(
  backup: Backup,
  replaces: boolean,
  later: () => Promise<readonly Backup[]>,
): Promise<RestoredHere> {
  requireVersion(backup);
  mkdirSync(folders.data, { recursive: true, mode: 0o700 });
  const { database, next } = placesIn(folders.data);
  return whileLocked(async () => {
    const isThere = existsSync(database);
    if (isThere && !replaces)
      throw new PlainError(
        `${backup.file} is a backup of ${databaseInWords(backup.heading.database)}, and there is a local database in ${folders.data} already: "npm run restore -- --replace ${backup.file}" puts the backup in its place, after a backup of what is there.`,
      );
    const { taken, unreadable } = isThere ? await setAside(database) : {};
    try {
      const restored = await withDatabase(next, async (client) => {
        await applyMigrations(client, folders.migrations, backup.heading.migrations.at(-1));
        const done = await restoreInto(client, backup, await later());
        await applyMigrations(client, folders.migrations);
        return done;
      });
      exchange(folders.data);
      return {
        ...restored,
        ...(taken !== undefined && { former: taken.file }),
        ...(unreadable !== undefined && { unreadable }),
      };
    } catch (error) {
      undoHalfAnExchange(folders.data);
      if (unreadable !== undefined) renameSync(unreadable, database);
      throw error;
    }
  });
}
