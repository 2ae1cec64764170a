import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ofSample } from '../src/components/data/publisherOf.ts';
import { makeRelease, releaseText } from '../src/release/makeRelease.ts';
import { releaseFolder } from '../src/release/package/releaseFolder.ts';
import { release } from '../src/release/release.ts';
import {
  CHECKSUM_FILE,
  packageChecksum,
  readChecksums,
  type Folder,
} from '../src/release/verify/refuseEdited.ts';
import { codeCommit } from './release/codeCommit.ts';
import { openDatabase, type Database } from './release/database.ts';
import { NotDue } from './release/NotDue.ts';
import { writeProgress } from './release/progress.ts';
import { publisherFor } from './release/publisherFor.ts';
import { report, whyNotDue } from './release/report.ts';
import { sourceOf, type Options } from './release/source.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/**
 * npm run release: from the database to a frozen release in src/content/releases. A local database with made-up people
 * gives the release “sample”; everything else the release of the month.
 *   --dry-run   says what would be published and withheld, and writes nothing
 *   --real      a release of the real answers, although made-up people are there too
 *   --sample    the sample again, although real answers are there too
 *   --again     a second release in a month that had one
 *   --recorded  no new release: the folder of one that the database has recorded and that was lost before it was pushed
 *   --progress  no release: writes how many answers each side has, in steps of ten
 *   --due       no release: one line, due=yes or due=no
 */

/**
 * Writes the folder of a release under a temporary name, so that there is never half a release.
 * @returns `finish` renames it to its place, `undo` deletes it
 */
async function putInPlace(
  folder: string,
  id: string,
  files: Folder,
): Promise<{ readonly finish: () => Promise<void>; readonly undo: () => Promise<void> }> {
  const part = join(folder, `${id}.part`);
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [name, content] of files) await writeFile(join(part, name), content);
  return {
    finish: async () => {
      // Only the sample is ever made again.
      await rm(join(folder, id), { recursive: true, force: true });
      await rename(part, join(folder, id));
    },
    undo: () => rm(part, { recursive: true, force: true }),
  };
}

/**
 * For a scheduler, whose log anybody may read: without a number, because two counts a few days apart give single answers
 * away (P6).
 */
async function sayWhetherDue(options: Options): Promise<void> {
  const isDue = await sourceOf(openDatabase(), options).then(
    (source) => makeRelease(source).sides.some((side) => side.isDue),
    (error: unknown) => {
      if (error instanceof NotDue) return false;
      throw error;
    },
  );
  console.log(`due=${isDue ? 'yes' : 'no'}`);
}

/** What its checksum file holds. */
const checksumsOf = (files: Folder): string =>
  packageChecksum(new Map([...files].filter(([name]) => name !== CHECKSUM_FILE)));

/** The names that two checksum files do not give the same checksum. */
function differing(one: string, other: string): readonly string[] {
  const [left, right] = [readChecksums(one), readChecksums(other)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
}

/**
 * Writes the folder of every release that the database has recorded and that is not here, as after a machine that was lost
 * between the two: from its recorded file and not from the answers, which may be others by now.
 * @throws {PlainError} where it would be another folder than the one that was lost
 */
async function writeRecorded(database: Database): Promise<void> {
  const publisher = publisherFor(database);
  const { releases } = await database.readLedger();
  const recorded = releases.map(({ file }) => release.parse(JSON.parse(file)));
  const lost = releases.flatMap(({ checksums }, place) => {
    const one = recorded[place];
    if (one === undefined || existsSync(join(folders.releases, one.id))) return [];
    return [{ one, earlier: recorded.slice(0, place), checksums }];
  });
  if (lost.length === 0) {
    console.log('Nothing was written: every recorded release is here.');
    return;
  }
  const here = codeCommit();
  for (const { one, earlier, checksums } of lost) {
    const { id, commit } = one;
    // Else its package would be what no code makes: its numbers, in the files of other code.
    if (here !== commit)
      throw new PlainError(
        `The release ${id} was made by the code of another commit: run this again after "git switch --detach ${commit ?? ''}" and "npm ci", then "git switch main" and "npm ci", which leave the folder where it is.`,
      );
    const files = releaseFolder(one, earlier, publisher);
    const others = differing(checksumsOf(files), checksums);
    if (others.length > 0)
      throw new PlainError(
        `Nothing was written of the release ${id}: ${others.join(', ')} would not be what was recorded, and a package is published once. Its files follow from SITE_URL, now ${publisher.address.href}, from LICENSE-CONTENT and docs/protocol.md, and from what "npm ci" puts there: make them what they were, then run this again.`,
      );
    await (await putInPlace(folders.releases, id, files)).finish();
    console.log(
      `Wrote the release “${id}” as it was recorded to src/content/releases/${id}: commit that folder.`,
    );
  }
}

/** The database that is counted, named first: a wrong address is seen before anything comes of it. */
function openCounted(): Database {
  const database = openDatabase();
  console.log(`Counting the answers at ${database.url} …`);
  return database;
}

async function makeAndWrite(
  database: Database,
  options: Options & { readonly 'dry-run': boolean },
): Promise<void> {
  const publisher = publisherFor(database);
  const source = await sourceOf(database, options);
  console.log(`Applying the disclosure rules for the release “${source.head.id}” and trying to undo them …`);
  const made = makeRelease(source);
  if (made.sides.every(({ isDue }) => !isDue))
    throw new PlainError(`Nothing was written. ${made.sides.map(whyNotDue).join(' ')}`);
  for (const line of report(made)) console.log(line);
  // Only the sample has no commit, and no history.
  const { id, published, instrument, commit } = made.release;
  if (options['dry-run']) {
    console.log(`Nothing was written: this was a dry run of the release “${id}”.`);
    return;
  }
  const named = made.release.made_up ? ofSample(publisher) : publisher;
  const files = releaseFolder(made.release, source.earlier, named);
  const folder = await putInPlace(folders.releases, id, files);
  if (commit !== null)
    try {
      await database.record({
        id,
        before: published,
        commit,
        instrument,
        file: releaseText(made.release),
        checksums: checksumsOf(files),
        rows: made.ledger,
      });
    } catch (error) {
      await folder.undo();
      throw error;
    }
  await folder.finish();
  console.log(
    `Wrote the release “${id}” with its data package, published at ${publisher.address.href}, to src/content/releases/${id}. Commit that folder and build the site: it shows the release from then on.`,
  );
}

async function releaseCommand(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values: options } = readOptions('npm run release', {
    'dry-run': flag,
    real: flag,
    sample: flag,
    again: flag,
    recorded: flag,
    progress: flag,
    due: flag,
  });
  const instead = (['due', 'progress', 'recorded'] as const).filter((one) => options[one]);
  if (instead.length > 1)
    throw new PlainError(
      `Either --${instead.join(' or --')}: each does something else instead of a release.`,
    );
  if (options.recorded && options['dry-run'])
    throw new PlainError('Either --recorded or --dry-run: what was recorded is written, or left.');
  if (options.due) await sayWhetherDue(options);
  else if (options.progress) console.log(await writeProgress(openCounted(), options['dry-run']));
  else if (options.recorded) await writeRecorded(openCounted());
  else await makeAndWrite(openCounted(), options);
}

await runCommand(releaseCommand);
