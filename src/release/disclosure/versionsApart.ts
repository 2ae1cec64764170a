import { changeSince, type Changing } from './changeSince.ts';
import { nameThen, stemOf, versionsOf } from './people.ts';
import { sumOfGroups } from './rowsOf.ts';
import { isSafeGroup, MINIMUM_GROUP } from './thresholds.ts';

/** What is known of people who are counted in all versions of the questionnaire and in some. */
export interface Telling {
  /** The exact size of everybody who has a name, told or not. */
  readonly now: ReadonlyMap<string, Changing>;
  /** The names of those whose number this release tells anew. */
  readonly told: ReadonlySet<string>;
  /** The earlier releases. */
  readonly releases: readonly string[];
  /** Their number as an earlier release told it under the name that they had then. */
  readonly before: (name: string, release: string) => number | undefined;
  /** The versions that had been fielded by a release; undefined: all there are. */
  readonly fieldedBy: (release: string) => readonly string[] | undefined;
}

/** Fewer than ten people of some versions, whom a reader finds by taking one number from another. */
export interface Apart {
  readonly outer: string;
  readonly inner: string;
  /** The names told anew without which they would not be found. */
  readonly told: readonly string[];
  /** The release beside which they are found; null: this one alone. */
  readonly since: string | null;
  /** How many they are, or at least. None where it must not be seen whether it is none or one. */
  readonly people: number;
}

/** Some people with a number in an earlier release; null: before all of them, when there was nobody. */
interface Then {
  readonly release: string | null;
  readonly n: number;
}

/** The people of one name, or of two that have no version in common. */
interface People {
  readonly names: readonly string[];
  /** Null: all. */
  readonly versions: readonly string[] | null;
  readonly size: Changing;
  readonly isTold: boolean;
  readonly before: readonly Then[];
}

const NOBODY: Then = { release: null, n: 0 };

function peopleOf(name: string, { now, told, releases, before, fieldedBy }: Telling): readonly People[] {
  const size = now.get(name);
  if (size === undefined) return [];
  const earlier = releases.flatMap((release): Then[] => {
    const then = nameThen(name, fieldedBy(release));
    // None of them could have answered by then.
    const n = then === null ? 0 : before(then, release);
    return n === undefined ? [] : [{ release, n }];
  });
  return [{ names: [name], versions: versionsOf(name), size, isTold: told.has(name), before: earlier }];
}

const apartFrom = (a: People, b: People): boolean =>
  a.versions !== null && b.versions?.every((version) => a.versions?.includes(version) !== true) === true;

const together = (a: People, b: People): People => ({
  names: [...a.names, ...b.names],
  versions: [...(a.versions ?? []), ...(b.versions ?? [])],
  size: sumOfGroups([
    { x: {}, ...a.size },
    { x: {}, ...b.size },
  ]),
  isTold: a.isTold && b.isTold,
  before: a.before.flatMap(({ release, n }) =>
    b.before.flatMap((one) => (one.release === release ? [{ release, n: n + one.n }] : [])),
  ),
});

const isAround = ({ versions: all }: People, { versions: some }: People): boolean =>
  some !== null &&
  (all === null || (all.length > some.length && some.every((version) => all.includes(version))));

/** Those in one group and not in another inside it. */
const without = (outer: Changing, inner: Changing): Changing => ({
  n: outer.n - inner.n,
  added: Object.fromEntries(
    Object.entries(outer.added).map(([id, n]) => [id, n - (inner.added[id] ?? 0)] as const),
  ),
});

/** How many came or left since then. */
const changed = (size: Changing, { release, n }: Then, name: string): number =>
  release === null ? size.n : changeSince([size], release, n, name);

/** How many of those who are here came later. */
const cameAfter = ({ n, added }: Changing, release: string | null): number =>
  release === null ? n : (added[release] ?? 0);

function ofPair(outer: People, inner: People): readonly Apart[] {
  if (!outer.isTold && !inner.isTold) return [];
  const [outerName, innerName] = [outer.names.join(' and '), inner.names.join(' and ')];
  const others = without(outer.size, inner.size);
  const othersChanged = (then: Then): number => changed(others, then, `${outerName} without ${innerName}`);
  /** The others as a reader could work them out. */
  const othersBefore: readonly Then[] = [
    NOBODY,
    ...outer.before.flatMap(({ release, n }) =>
      inner.before.flatMap((one) => (one.release === release ? [{ release, n: n - one.n }] : [])),
    ),
  ];
  const told = [...(outer.isTold ? outer.names : []), ...(inner.isTold ? inner.names : [])];
  const found = (isFound: boolean, since: string | null, people: number): readonly Apart[] =>
    isFound ? [{ outer: outerName, inner: innerName, told, since, people }] : [];

  if (outer.isTold && inner.isTold)
    return othersBefore.flatMap((then) => {
      // None and one must look alike: so ten, unless there never was anybody.
      const isNobody = others.n === 0 && then.n === 0;
      const people = othersChanged(then);
      return found(!isNobody && people < MINIMUM_GROUP, then.release, people);
    });
  if (outer.isTold)
    return inner.before.flatMap((one) =>
      othersBefore.flatMap((then) => {
        const people = changed(inner.size, one, innerName) + othersChanged(then);
        return found(!isSafeGroup(people), one.release, people);
      }),
    );
  return outer.before
    .filter(({ release }) => !inner.before.some((one) => one.release === release))
    .filter((one) => changed(outer.size, one, outerName) > 0)
    .flatMap(({ release }) =>
      othersBefore.flatMap((then) => {
        // Who left since is among the inner ones or the others: only those who came are sure to be counted.
        const came =
          Math.abs(cameAfter(others, then.release) - cameAfter(others, release)) +
          cameAfter(inner.size, release);
        return found(came < MINIMUM_GROUP, release, came);
      }),
    );
}

/**
 * Which numbers of a release would tell fewer than ten people apart by the version of the questionnaire that they answered
 * (protocol 3.3, P12). Where one table counts everybody and another only later versions, the difference are those of the
 * earlier ones. Hardly anybody comes or leaves there any more, so that whoever does would be seen.
 * @throws {ReleaseError} as changeSince does.
 */
export function versionsApart(telling: Telling): readonly Apart[] {
  const alike = Map.groupBy(telling.now.keys(), stemOf).values();
  return [...alike].flatMap((names) => {
    const people = names.flatMap((name) => peopleOf(name, telling));
    const pairs = people.flatMap((a, i) =>
      people.slice(i + 1).flatMap((b) => (apartFrom(a, b) ? [together(a, b)] : [])),
    );
    return people.flatMap((outer) =>
      [...people, ...pairs].flatMap((inner) => (isAround(outer, inner) ? ofPair(outer, inner) : [])),
    );
  });
}
