import { isWithin, kindsAsked } from '../basesInside.ts';
import { EVERYBODY, holdsBase, sumsOf, type Sum } from '../sumsOfBases.ts';
import { addedSince, changeSince, type Changing } from './changeSince.ts';
import { isSafeBetween, isSafeGroup, MINIMUM_GROUP } from './thresholds.ts';

/** The number of a base as an earlier release told it. */
export interface Before {
  readonly release: string;
  readonly n: number;
}

/** The exact sizes of all bases now, and of each of them every number that an earlier release told. */
export interface Scene {
  readonly sizes: ReadonlyMap<string, Changing>;
  readonly before: ReadonlyMap<string, readonly Before[]>;
  /** The versions of the questionnaire that had been fielded by a release; undefined: all there are. */
  readonly fieldedBy: (release: string) => readonly string[] | undefined;
}

/** The people of a number: those who are still there, by the release before which they came, and how many left. */
interface People {
  readonly here: readonly number[];
  readonly left: number;
}

/** The people of a sum of earlier numbers. */
interface Known extends People {
  readonly kinds: bigint;
  /** The kinds of people that there could be then: what two versions ask apart was one while only one had been fielded. */
  readonly among: bigint;
  /** The last release that is needed; null for nobody, who need none. */
  readonly release: string | null;
}

/** The number of nobody, which needs no release. */
const NOBODY: Known = { kinds: 0n, among: EVERYBODY, release: null, here: [], left: 0 };

/** People in one of two sums and not in the other. */
export interface TooFew {
  readonly people: number;
  /** The release of the earlier sum; null where the later one is too few by itself. */
  readonly since: string | null;
}

const releasesIn = ({ before }: Scene): readonly string[] =>
  [...new Set([...before.values()].flatMap((rows) => rows.map(({ release }) => release)))].toSorted();

/** How many of each base came before the first release, between each two, and since the last. */
const arrivalsIn = ({ sizes }: Scene, releases: readonly string[]): ReadonlyMap<string, readonly number[]> =>
  new Map(
    [...sizes].map(([base, size]) => {
      const since = [size.n, ...releases.map((release) => addedSince(size, release, base)), 0];
      return [base, since.slice(1).map((later, i) => (since[i] ?? 0) - later)];
    }),
  );

function added({ parts }: Sum, peopleOf: (base: string) => People): People {
  const here: number[] = [];
  let left = 0;
  for (const [base, often] of parts) {
    const own = peopleOf(base);
    for (const [i, people] of own.here.entries()) here[i] = (here[i] ?? 0) + often * people;
    left += often * own.left;
  }
  return { here, left: Math.abs(left) };
}

/** The sums of what each earlier release told, and of the last number of every base, as “as of” leaves them readable. */
function knownBefore(scene: Scene, arrivalsOf: (base: string) => readonly number[]): readonly Known[] {
  const releases = releasesIn(scene);
  const then = (base: string, { release, n }: Before): People => {
    const until = releases.indexOf(release);
    const here = arrivalsOf(base).map((came, i) => (i <= until ? came : 0));
    const size = scene.sizes.get(base) ?? { n: 0, added: {} };
    return { here, left: changeSince([size], release, n, base) - addedSince(size, release, base) };
  };
  const sums = (among: bigint, pick: (rows: readonly Before[]) => Before | undefined): readonly Known[] => {
    const told = [...scene.before].flatMap(([base, rows]) => {
      const row = pick(rows);
      return row === undefined ? [] : [{ base, row, people: then(base, row) }];
    });
    const people = new Map(told.map((one) => [one.base, one.people]));
    const last =
      told
        .map(({ row }) => row.release)
        .toSorted()
        .at(-1) ?? null;
    return [...sumsOf(people.keys(), among).values()]
      .filter(({ kinds }) => kinds !== 0n)
      .map((sum) => ({
        kinds: sum.kinds,
        among,
        release: last,
        ...added(sum, (base) => people.get(base) ?? { here: [], left: 0 }),
      }));
  };
  const askedBy = (release: string): bigint => {
    const versions = scene.fieldedBy(release);
    return versions === undefined ? EVERYBODY : kindsAsked(versions);
  };
  return [
    NOBODY,
    ...sums(EVERYBODY, (rows) => rows.toSorted((a, b) => (a.release < b.release ? -1 : 1)).at(-1)),
    ...releases.flatMap((release) =>
      sums(askedBy(release), (rows) => rows.find((row) => row.release === release)),
    ),
  ];
}

/** How many are in the one and not in the other, where one is inside the other; from enough on it is not counted further. */
function apart(now: People, then: People): number {
  let people = then.left;
  for (let i = 0; i < now.here.length && people < MINIMUM_GROUP; i += 1)
    people += Math.abs((now.here[i] ?? 0) - (then.here[i] ?? 0));
  return people;
}

/**
 * Whether a sum of numbers that are told now leaves too few people, by itself or beside a sum of earlier numbers inside it
 * or around it. Where everybody of some base is among them, they are too few under ten, and under five else.
 * @throws {ReleaseError} when the ledger and the tally do not belong together.
 */
export function tooFewIn(scene: Scene): (sum: Sum) => TooFew | null {
  const arrivals = arrivalsIn(scene, releasesIn(scene));
  const arrivalsOf = (base: string): readonly number[] => {
    const found = arrivals.get(base);
    if (found === undefined) throw new Error(`The tally counts nobody in ${base}.`);
    return found;
  };
  const known = knownBefore(scene, arrivalsOf);
  return (sum) => {
    const now = added(sum, (base) => ({ here: arrivalsOf(base), left: 0 }));
    for (const then of known) {
      const { kinds, among, release } = then;
      const people = apart(now, then);
      const own = sum.kinds & among;
      if (isSafeGroup(people) || !(isWithin(kinds, own) || isWithin(own, kinds))) continue;
      // Of the same people, whoever came or left is some of all of them.
      const between = kinds === own ? kinds : kinds ^ own;
      if (holdsBase(between, among) || !isSafeBetween(people)) return { people, since: release };
    }
    return null;
  };
}
