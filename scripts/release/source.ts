import { fielded } from '../../src/release/asked.ts';
import { monthIsDue } from '../../src/release/disclosure/calendarRule.ts';
import { openLedger } from '../../src/release/disclosure/ledger.ts';
import type { ReleaseSource } from '../../src/release/makeRelease.ts';
import { SAMPLE } from '../../src/release/release.ts';
import type { Tally } from '../../src/release/tally.ts';
import { samplePublished } from '../../src/sample/sampleRespondents.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { folders } from '../server/folders.ts';
import { PlainError } from '../server/PlainError.ts';
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
  const unknown = instrument.filter((version) => !fielded.includes(version));
  if (unknown.length > 0)
    throw new PlainError(
      `The database holds answers to version ${unknown.join(' and ')} of the questionnaire, and this code knows ${fielded.join(', ')}: the database is newer than the code, so run this with the newer one.`,
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

/**
 * What a release is made from: the made-up respondents of a local database that has some, otherwise the real ones. A
 * hosted database with made-up respondents gives nothing, because nobody meant them to be there.
 * @param options real: the real ones in any case; again: a second release in a month that had one
 * @throws {PlainError} when there is nothing to release, or not yet, or made-up people in a hosted database
 */
export async function sourceOf(
  database: Database,
  options: { readonly real: boolean; readonly again: boolean },
): Promise<ReleaseSource> {
  if (!options.real) {
    const madeUp = await database.count({ onlyMadeUp: true, since: [], before: 'infinity' });
    refuseUnknownVersions(madeUp);
    if (submitted(madeUp) > 0) {
      if (database.embedded) return sampleSource(madeUp);
      throw new PlainError(
        `${database.url} holds made-up people, and nothing was released: use the database of the real site, or run "npm run release -- --real", which counts none of them.`,
      );
    }
  }
  return realSource(database, options.again);
}
