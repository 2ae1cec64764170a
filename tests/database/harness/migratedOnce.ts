import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from '../../../scripts/postgresql/temporaryFolder.ts';
import { placesIn } from '../../../scripts/server/bringUpToDate.ts';
import { openDatabase } from '../../../scripts/server/embeddedDatabase.ts';
import { folders } from '../../../scripts/command/folders.ts';
import { applyMigrations } from '../../../scripts/server/migrations.ts';
import { ensureSecrets } from '../../../scripts/server/secrets.ts';
import { startServer, type StartedServer } from '../../../scripts/server/startServer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with one data folder for each set of migrations, named after it. */
    migrated: string;
  }
}

/** Set on the process that runs Vitest, so that the two projects that need it migrate one database between them. */
const mark = 'MIGRATED_ONCE';

const copy = (from: string, to: string): void => {
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
};

/** The name of what the migrations of a folder make, by their texts. */
function nameOf(migrationsDir: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsDir).sort())
    hash.update(`${file}\n`).update(readFileSync(join(migrationsDir, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The data folder that has had the migrations of a folder; when the first who asks makes it, from that of our own. */
async function migrated(root: string, migrationsDir: string): Promise<string> {
  const made = join(root, nameOf(migrationsDir));
  if (existsSync(made)) return made;
  const ours = join(root, nameOf(folders.migrations));
  const unfinished = mkdtempSync(`${made}-`);
  if (existsSync(ours)) copy(ours, unfinished);
  const { connection } = await openDatabase(placesIn(unfinished).database, ensureSecrets(unfinished));
  await applyMigrations(connection.driver, migrationsDir);
  await connection.close();
  try {
    renameSync(unfinished, made);
  } catch (error) {
    // Of two files of tests that make the same one at once the second is too late.
    if (!existsSync(made)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return made;
}

/** Migrates the embedded database once a run: making it takes five times as long as starting on a copy. */
export default async function setup(project: TestProject): Promise<void> {
  const root = (process.env[mark] ??= temporaryFolder('migrated').path);
  await migrated(root, folders.migrations);
  project.provide('migrated', root);
}

/**
 * Starts a server on a data folder that is new, as `startServer` does, with the migrations applied before.
 * @param options its `migrationsDir` holds ours, and what a test adds to them
 */
export async function startMigrated(options: Parameters<typeof startServer>[0]): Promise<StartedServer> {
  await layMigrated(options.dataDir, options.migrationsDir);
  return startServer(options);
}

/** Puts a database that has had the migrations of a folder into a data folder that is new. */
export async function layMigrated(dataDir: string, migrationsDir = folders.migrations): Promise<void> {
  const made = await migrated(inject('migrated'), migrationsDir);
  copy(placesIn(made).database, placesIn(dataDir).database);
}
