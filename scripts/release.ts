import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRelease, releaseText } from '../src/release/makeRelease.ts';
import { ReleaseError } from '../src/release/ReleaseError.ts';
import { CHECKSUM_FILE, releaseChecksum } from '../src/release/verify/refuseEdited.ts';
import { openDatabase } from './release/database.ts';
import { report } from './release/report.ts';
import { sourceOf } from './release/source.ts';
import { folders } from './server/folders.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';

/**
 * npm run release: from the database to a frozen release in src/content/releases. A local database with made-up people
 * gives the release “sample”; everything else the release of the month.
 *   --dry-run   says what would be published and withheld, and writes nothing
 *   --real      a release of the answers typed by hand, although made-up people are there too
 *   --again     a second release in a month that had one
 */

interface Options {
  readonly 'dry-run': boolean;
  readonly real: boolean;
  readonly again: boolean;
}

function readOptions(): Options {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { 'dry-run': flag, real: flag, again: flag } }).values;
  } catch {
    throw new PlainError('npm run release knows --dry-run, --real and --again, written after a double dash.');
  }
}

/**
 * Writes the folder of a release under a temporary name, so that there is never half a release.
 * @returns `finish` renames it to its place, `undo` deletes it
 */
async function putInPlace(
  folder: string,
  id: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly finish: () => Promise<void>; readonly undo: () => Promise<void> }> {
  const part = join(folder, `${id}.part`);
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(part, name), text);
  return {
    finish: async () => {
      // Only the sample is ever made again.
      await rm(join(folder, id), { recursive: true, force: true });
      await rename(part, join(folder, id));
    },
    undo: () => rm(part, { recursive: true, force: true }),
  };
}

async function makeAndWrite(): Promise<void> {
  const options = readOptions();
  const database = openDatabase();
  console.log(`Counting the answers at ${database.url} …`);
  const source = await sourceOf(database, options);
  console.log(`Applying the disclosure rules for the release “${source.head.id}” and trying to undo them …`);
  const made = makeRelease(source);
  for (const line of report(made)) console.log(line);
  // Only the sample has no commit, and no history.
  const { id, published, instrument, commit } = made.release;
  if (made.sides.every(({ isDue }) => !isDue))
    throw new PlainError(
      'Nothing was written: neither side has enough answers, or enough changes since its last release, to be published.',
    );
  if (options['dry-run']) {
    console.log(`Nothing was written: this was a dry run of the release “${id}”.`);
    return;
  }
  const text = releaseText(made.release);
  const folder = await putInPlace(folders.releases, id, {
    'release.json': text,
    [CHECKSUM_FILE]: releaseChecksum(text),
  });
  if (commit !== null)
    try {
      await database.record({ id, before: published, commit, instrument, rows: made.ledger });
    } catch (error) {
      await folder.undo();
      throw error;
    }
  await folder.finish();
  console.log(`Wrote the release “${id}” to src/content/releases/${id}.`);
}

await runCommand(async () => {
  try {
    await makeAndWrite();
  } catch (error) {
    throw error instanceof ReleaseError ? new PlainError(error.message) : error;
  }
});
