import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ofSample } from '../../src/components/data/publisherOf.ts';
import { makeRelease, releaseText } from '../../src/release/makeRelease.ts';
import { releaseFolder } from '../../src/release/package/releaseFolder.ts';
import { release } from '../../src/release/release.ts';
import {
  CHECKSUM_FILE,
  packageChecksum,
  readChecksums,
  type Folder,
} from '../../src/release/verify/refuseEdited.ts';
import { folders } from '../command/folders.ts';
import { PlainError } from '../command/PlainError.ts';
import type { Project } from '../owner/openProject.ts';
import { codeCommit } from './codeCommit.ts';
import { databaseOf, type Database } from './database.ts';
import { NotDue } from './NotDue.ts';
import { writeProgress } from './progress.ts';
import { publisherFor } from './publisherFor.ts';
import { report, whyNotDue } from './report.ts';
import { sourceOf, type Options } from './source.ts';

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
async function sayWhetherDue(database: Database, options: Options): Promise<void> {
  const isDue = await sourceOf(database, options).then(
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

/** What the command does, once its options and the way to the database are known to be good. */
export async function runRelease(
  project: Project,
  options: Options & Readonly<Record<'dry-run' | 'due' | 'progress' | 'recorded', boolean>>,
): Promise<void> {
  const database = databaseOf(project);
  if (options.due) await sayWhetherDue(database, options);
  else if (options.progress) console.log(await writeProgress(database, options['dry-run']));
  else if (options.recorded) await writeRecorded(database);
  else await makeAndWrite(database, options);
}
