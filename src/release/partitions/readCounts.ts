import type { SideId } from '../../survey/question.ts';
import { countsOf } from '../counts.ts';
import type { Group } from '../disclosure/partition.ts';
import type { Tally } from '../tally.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** Which groups of a tally to pick; a property left out matches every group. */
interface Which {
  readonly counted?: boolean;
  readonly segment: string | null;
  readonly category?: string | null;
  /** Excludes these categories. */
  readonly outside?: ReadonlySet<string>;
}

/** The groups picked from a tally. */
export interface Pick {
  /** People in any of these counts, which must exclude each other. */
  readonly count: (names: readonly string[]) => number;
  /** How many of them came after each earlier release. */
  readonly added: (names: readonly string[]) => Readonly<Record<string, number>>;
}

export interface Counts {
  readonly releases: readonly string[];
  /** People whom the survey did not fit. */
  readonly screenedOut: Group;
  readonly where: (which: Which) => Pick;
}

function checkNames(names: readonly string[], expected: readonly string[]): void {
  const length = Math.max(names.length, expected.length);
  for (let i = 0; i < length; i += 1)
    if (names[i] !== expected[i])
      throw new ReleaseError(
        `The database counts ${names[i] ?? 'nothing'} where this version counts ${expected[i] ?? 'nothing'}: run the migrations there first.`,
      );
}

type TalliedSide = Tally['sides'][SideId];

/** @throws {ReleaseError} when the tally does not fit this version of the code, or these releases. */
function checkSide(side: SideId, { names, groups, screened_out }: TalliedSide, releases: number): void {
  checkNames(
    names,
    countsOf(side).map(({ name }) => name),
  );
  for (const { counts } of groups)
    if (counts.length !== names.length)
      throw new ReleaseError(
        `The tally gives ${counts.length} numbers for ${names.length} counts: run it again.`,
      );
  for (const { epoch } of [...groups, ...screened_out])
    if (epoch > releases)
      throw new ReleaseError(`The tally knows of ${epoch} earlier releases and there are ${releases}.`);
}

const groupsIn = (
  { groups }: TalliedSide,
  { counted, segment, category, outside }: Which,
): TalliedSide['groups'] =>
  groups.filter(
    (group) =>
      group.segment === segment &&
      (counted === undefined || group.counted === counted) &&
      (category === undefined || group.category === category) &&
      (outside === undefined || group.category === null || !outside.has(group.category)),
  );

/**
 * One side of a tally by the names of its counts.
 * @throws {ReleaseError} when the database counts other things than this version of the code.
 */
export function readCounts(tally: Tally, side: SideId, releases: readonly string[]): Counts {
  const tallied = tally.sides[side];
  checkSide(side, tallied, releases.length);
  /** A number for each release: epoch 1 came after the first release, and so is new since it. */
  const since = (from: (epoch: number) => number) =>
    Object.fromEntries(releases.map((id, i) => [id, from(i + 1)] as const));
  const screenedOut = (first: number): number =>
    tallied.screened_out.filter(({ epoch }) => epoch >= first).reduce((sum, { n }) => sum + n, 0);
  const index = new Map(tallied.names.map((name, i) => [name, i] as const));
  const place = (name: string): number => {
    const found = index.get(name);
    if (found === undefined) throw new Error(`The tally holds no count ${name}.`);
    return found;
  };

  return {
    releases,
    screenedOut: { n: screenedOut(0), x: {}, added: since(screenedOut) },
    where(which) {
      const own = groupsIn(tallied, which);
      const sum = (wanted: readonly string[], first: number): number => {
        const places = wanted.map(place);
        return own
          .filter(({ epoch }) => epoch >= first)
          .reduce((total, { counts }) => places.reduce((inner, i) => inner + (counts[i] ?? 0), total), 0);
      };
      return {
        count: (wanted) => sum(wanted, 0),
        added: (wanted) => since((first) => sum(wanted, first)),
      };
    },
  };
}
