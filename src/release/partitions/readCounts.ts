import type { SideId } from '../../survey/question.ts';
import { countsOf } from '../counts.ts';
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

/**
 * One side of a tally by the names of its counts.
 * @throws {ReleaseError} when the database counts other things than this version of the code.
 */
export function readCounts(tally: Tally, side: SideId, releases: readonly string[]): Counts {
  const { names, groups } = tally.sides[side];
  checkNames(
    names,
    countsOf(side).map(({ name }) => name),
  );
  for (const { counts, epoch } of groups) {
    if (counts.length !== names.length)
      throw new ReleaseError(
        `The tally gives ${counts.length} numbers for ${names.length} counts: run it again.`,
      );
    if (epoch > releases.length)
      throw new ReleaseError(
        `The tally knows of ${epoch} earlier releases and there are ${releases.length}.`,
      );
  }
  const index = new Map(names.map((name, i) => [name, i] as const));
  const place = (name: string): number => {
    const found = index.get(name);
    if (found === undefined) throw new Error(`The tally holds no count ${name}.`);
    return found;
  };

  return {
    releases,
    where({ counted, segment, category, outside }) {
      const own = groups.filter(
        (group) =>
          group.segment === segment &&
          (counted === undefined || group.counted === counted) &&
          (category === undefined || group.category === category) &&
          (outside === undefined || group.category === null || !outside.has(group.category)),
      );
      const sum = (from: readonly (typeof own)[number][], wanted: readonly string[]): number => {
        const places = wanted.map(place);
        return from.reduce(
          (total, { counts }) => places.reduce((inner, i) => inner + (counts[i] ?? 0), total),
          0,
        );
      };
      return {
        count: (wanted) => sum(own, wanted),
        // Epoch 1 came after the first release, and so is new since it.
        added: (wanted) =>
          Object.fromEntries(
            releases.map((id, i) => [
              id,
              sum(
                own.filter(({ epoch }) => epoch > i),
                wanted,
              ),
            ]),
          ),
      };
    },
  };
}
