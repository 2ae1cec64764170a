import { versionIds } from '../../src/release/asked.ts';
import { monthIsDue } from '../../src/release/disclosure/calendarRule.ts';
import { openLedger } from '../../src/release/disclosure/ledger.ts';
import type { ReleaseSource } from '../../src/release/makeRelease.ts';
import { SAMPLE } from '../../src/release/release.ts';
import type { Tally } from '../../src/release/tally.ts';
import { samplePublished } from '../../src/sample/sampleRespondents.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { number, plural } from '../owner/plural.ts';
import { folders } from '../command/folders.ts';
import { PlainError } from '../command/PlainError.ts';
import { codeCommit } from './codeCommit.ts';
import type { Database, RecordedReleases } from './database.ts';
import { earlierReleases } from './earlierReleases.ts';
import { NotDue } from './NotDue.ts';

const submitted = ({ sides }: Tally): number =>
  Object.values(sides).reduce(
    (sum, { names, groups }) =>
      groups
        .filter(({ segment }) => segment === null)
        .reduce((inner, { counts }) => inner + (counts[names.indexOf('eligible')] ?? 0), sum),
    0,
  );

function refuseUnknownVersions({ instrument }: Tally): void {
  const unknown = instrument.filter((version) => !versionIds.includes(version));
  if (unknown.length > 0)
    throw new PlainError(
      `The database holds answers to version ${unknown.join(' and ')} of the questionnaire, and this code knows ${versionIds.join(', ')}: the database is newer than the code, so run this with the newer one.`,
    );
}

/** The sample has no history, because no one’s privacy is at stake: the same people make the same bytes. */
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

/**
 * The id of a release: its month, with a number after it from the second release of the month on.
 * @param today an ISO date
 * @param taken the ids there are
 */
function nextId(today: string, taken: readonly string[]): string {
  const month = today.slice(0, 7);
  const made = taken.filter((id) => id === month || id.startsWith(`${month}.`)).length;
  return made === 0 ? month : `${month}.${made + 1}`;
}

/**
 * The real answers of all days before one.
 * @throws {PlainError} when they are of a version of the questionnaire that this code does not know
 */
export async function countReal(
  database: Database,
  { releases }: RecordedReleases,
  before: string,
): Promise<Tally> {
  const tally = await database.count({
    onlyMadeUp: false,
    since: releases.map((one) => one.before),
    before,
  });
  refuseUnknownVersions(tally);
  return tally;
}

/** @throws {PlainError} while responses that would be counted or left out wait for a decision */
async function refuseUndecided(database: Database, before: string): Promise<void> {
  const [first, ...more] = (await database.readUndecided()).filter(({ day }) => day < before);
  if (first === undefined) return;
  const others = more.length === 0 ? '' : `, and those of ${more.length} more,`;
  // Without a number, because a scheduler may print it where anybody reads.
  throw new PlainError(
    `The responses of ${first.day} by ${first.channel}${others} came faster than people do and are held back: "npm run bursts" shows how to let them in or leave them out, and a release waits for it.`,
  );
}

async function realSource(database: Database, again: boolean): Promise<ReleaseSource> {
  const recorded = await database.readLedger();
  const earlier = await earlierReleases(folders.releases, recorded);
  const before = new Date().toISOString().slice(0, 10);
  const tally = await countReal(database, recorded, before);
  if (submitted(tally) === 0)
    throw new NotDue(
      'No answers from before today are in the database; a release counts whole days only. "npm run sample" puts made-up people into a local one.',
    );
  const last = earlier.at(-1)?.published ?? null;
  if (!monthIsDue(before, last) && !again)
    throw new NotDue(
      `This month has a release already, of ${last ?? ''}: releases are monthly. Run "npm run release -- --again" for a second one.`,
    );
  await refuseUndecided(database, before);
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
  return { tally, head, earlier, ledger: openLedger(recorded.rows, earlier) };
}

/** Whom to count, of which there is one release at most unless it is said. */
export interface Options {
  /** The real ones, whoever else is there. */
  readonly real: boolean;
  /** The made-up ones of a local database, whoever else is there. */
  readonly sample: boolean;
  /** A second release in a month that had one. */
  readonly again: boolean;
}

/**
 * The made-up respondents of a local database, `undefined` where there are none.
 * @throws {PlainError} when they are in a hosted database, or real people are there too and nobody said whom to count
 */
async function madeUpSource(database: Database, { sample }: Options): Promise<ReleaseSource | undefined> {
  const everybody = { since: [], before: 'infinity' };
  const madeUp = await database.count({ ...everybody, onlyMadeUp: true });
  refuseUnknownVersions(madeUp);
  const people = submitted(madeUp);
  if (people === 0) return undefined;
  if (!database.embedded)
    throw new PlainError(
      `${database.url} holds made-up people, and nothing was released: use the database of the real site, or run "npm run release -- --real", which counts none of them.`,
    );
  const answers = sample ? 0 : submitted(await database.count({ ...everybody, onlyMadeUp: false }));
  if (answers > 0)
    throw new PlainError(
      `The local database holds ${number(people)} made-up people and ${plural(answers, 'real answer')}, and they are never counted together: run "npm run release -- --real" for a release of the answers, or "npm run release -- --sample" to make the sample again.`,
    );
  return sampleSource(madeUp);
}

/**
 * What a release is made from: the made-up respondents of a local database that has some, otherwise the real ones. A
 * hosted database with made-up respondents gives nothing, because nobody meant them to be there.
 * @throws {PlainError} when there is nothing to release, or not yet, or it is not clear who is meant
 */
export async function sourceOf(database: Database, options: Options): Promise<ReleaseSource> {
  if (options.real && options.sample) throw new PlainError('Either --real or --sample: not both.');
  const madeUp = options.real ? undefined : await madeUpSource(database, options);
  if (madeUp !== undefined) return madeUp;
  if (options.sample)
    throw new PlainError(`There are no made-up people at ${database.url}: "npm run sample" loads them.`);
  return realSource(database, options.again);
}
