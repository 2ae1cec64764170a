import { accessSync, constants, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PlainError } from '../command/PlainError.ts';

const SQLITE_BUSY = 5;

/**
 * SQLite and PGlite name no file when they may not open one, so each is tried first.
 * @throws the operating system's own error, which names the file
 */
function requireAccess(dataDir: string): void {
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
    accessSync(join(entry.parentPath, entry.name), constants.R_OK | constants.W_OK);
}

/** Says who has the lock, and never whether somebody has: who finds it taken may read a number that is older than the lock. */
const holderFile = (dataDir: string): string => join(dataDir, 'lock.holder');

function holderOf(dataDir: string): string {
  try {
    return `process ${readFileSync(holderFile(dataDir), 'utf8')}`;
  } catch {
    return 'another process';
  }
}

/**
 * Holds the data folder for this process alone: two PGlite processes on one folder lose acknowledged answers
 * (https://github.com/electric-sql/pglite/issues/1106).
 *
 * The lock is SQLite's exclusive lock on an empty file, which is the operating system's own file lock
 * (https://www.sqlite.org/lockingv3.html): it ends with the process however it dies, so there is no stale lock
 * to detect, no race in taking one over, and no process number that another program might have been given since.
 * The file itself stays: deleting it would let two processes lock two different files of that name.
 * @param dataDir the folder, which must exist
 * @returns releases the lock
 * @throws {PlainError} when another process, or this one, already holds it; or when a file in it may not be read and written
 */
export function lockDataFolder(dataDir: string): () => void {
  requireAccess(dataDir);
  const lock = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)) throw error;
    throw new PlainError(
      `The local database in ${dataDir} is already in use by ${holderOf(dataDir)}: stop that first, for example "npm start" with Ctrl-C.`,
    );
  }
  writeFileSync(holderFile(dataDir), String(process.pid), { mode: 0o600 });
  return () => {
    lock.close();
  };
}
