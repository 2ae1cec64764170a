import { parseArgs } from 'node:util';
import { monthIsDue } from '../src/release/disclosure/calendarRule.ts';
import { openLedger } from '../src/release/disclosure/ledger.ts';
import { makeRelease, releaseText, type ReleaseSource } from '../src/release/makeRelease.ts';
import { SAMPLE } from '../src/release/release.ts';
import { ReleaseError } from '../src/release/ReleaseError.ts';
import { CHECKSUM_FILE, releaseChecksum } from '../src/release/verify/refuseEdited.ts';
import type { Tally } from '../src/release/tally.ts';
import { samplePublished } from '../src/sample/sampleRespondents.ts';
import { questionnaire } from '../src/survey/questionnaire.ts';
import { codeCommit } from './release/codeCommit.ts';
import { openDatabase, type Database } from './release/database.ts';
import { earlierReleases } from './release/earlierReleases.ts';
import { nextId } from './release/nextId.ts';
import { putInPlace } from './release/putInPlace.ts';
import { report } from './release/report.ts';
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

const releasesFolder = folders.releases;

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

const submitted = ({ sides }: Tally): number =>
  Object.values(sides).reduce(
    (sum, { names, groups }) =>
      groups
        .filter(({ segment }) => segment === null)
        .reduce((inner, { counts }) => inner + (counts[names.indexOf('submitted')] ?? 0), sum),
    0,
  );

function checkInstrument({ instrument }: Tally): void {
  const other = instrument.filter((version) => version !== questionnaire.version);
  if (other.length > 0)
    throw new PlainError(
      `The database holds answers to version ${other.join(' and ')} of the questionnaire, this is version ${questionnaire.version}: they cannot be counted together.`,
    );
}

/** Made-up people have nothing to lose: their release has no history and always the same bytes. */
function sampleSource(tally: Tally): ReleaseSource {
  const head = {
    id: SAMPLE,
    published: samplePublished,
    made_up: true,
    instrument: questionnaire.version,
    commit: null,
  };
  return { tally, head, earlier: [], ledger: openLedger([]) };
}

async function realSource(database: Database, { again }: Options): Promise<ReleaseSource> {
  const recorded = await database.readLedger();
  const earlier = await earlierReleases(releasesFolder, recorded);
  const before = new Date().toISOString().slice(0, 10);
  const tally = await database.count({
    onlyMadeUp: false,
    since: recorded.releases.map((one) => one.before),
    before,
  });
  checkInstrument(tally);
  if (submitted(tally) === 0)
    throw new PlainError(
      'No answers from before today are in the database; a release counts whole days only. "npm run sample" puts made-up people into a local one.',
    );
  const last = earlier.at(-1)?.published ?? null;
  if (!monthIsDue(before, last) && !again)
    throw new PlainError(
      `This month has a release already, of ${last ?? ''}: releases are monthly. Run "npm run release -- --again" for a second one.`,
    );
  const head = {
    id: nextId(
      before,
      earlier.map(({ id }) => id),
    ),
    published: before,
    made_up: false,
    instrument: questionnaire.version,
    commit: codeCommit(),
  };
  return { tally, head, earlier, ledger: openLedger(recorded.rows) };
}

async function sourceOf(database: Database, options: Options): Promise<ReleaseSource> {
  if (database.embedded && !options.real) {
    const madeUp = await database.count({ onlyMadeUp: true, since: [], before: 'infinity' });
    checkInstrument(madeUp);
    if (submitted(madeUp) > 0) return sampleSource(madeUp);
  }
  return realSource(database, options);
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
  const folder = await putInPlace(releasesFolder, id, {
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
