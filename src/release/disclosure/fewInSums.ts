import { isLow } from './hideSmall.ts';

/** A number that is printed: whom it counts, by the place of their kind, and how many they are. */
export interface Printed {
  readonly counts: readonly boolean[];
  readonly n: number;
}

/** Far under a half, and far over what adding up some tens of fractions can be off. */
const NOUGHT = 1e-6;
const isNought = (x: number): boolean => Math.abs(x) < NOUGHT;

/** A sum of printed numbers: how often each kind of people is in it, and how many it comes to. */
interface Row {
  readonly times: readonly number[];
  readonly n: number;
}

const plus = (one: Row, other: Row, factor: number): Row => ({
  times: one.times.map((x, i) => x + factor * (other.times[i] ?? 0)),
  n: one.n + factor * other.n,
});

/** The same numbers as rows of which each has a kind once that no other row has (Gauss and Jordan). */
function reduced(rows: readonly Row[], kinds: number): readonly Row[] {
  let left = rows;
  let done: readonly Row[] = [];
  for (let kind = 0; kind < kinds; kind += 1) {
    const timesIn = ({ times }: Row): number => times[kind] ?? 0;
    const pivot = left.find((row) => !isNought(timesIn(row)));
    if (pivot === undefined) continue;
    const own = plus({ times: pivot.times.map(() => 0), n: 0 }, pivot, 1 / timesIn(pivot));
    const without = (row: Row): Row => plus(row, own, -timesIn(row));
    left = left.filter((row) => row !== pivot).map(without);
    done = [...done.map(without), own];
  }
  return done;
}

/** The kinds of people of whom a reader sees that there are none: in no number but one that another, inside it, is equal to. */
function nobodyIn(printed: readonly Printed[]): ReadonlySet<number> {
  const smaller = [...printed, { counts: [], n: 0 }];
  return new Set(
    printed.flatMap((outer) =>
      smaller.flatMap((inner) => {
        const isAround = inner.counts.every((is, kind) => !is || outer.counts[kind] === true);
        return outer.n === inner.n && isAround
          ? [...outer.counts.keys()].filter((kind) => outer.counts[kind] && inner.counts[kind] !== true)
          : [];
      }),
    ),
  );
}

/**
 * Whether a reader who adds up these numbers and takes others away, with any factors, is left with one to four people, each
 * kind of people counted once or not at all, some of whom may be of these kinds.
 */
export function isFewTold(printed: readonly Printed[], isAbout: readonly boolean[]): boolean {
  const nobody = nobodyIn(printed);
  // Kinds that every number counts alike are one.
  const alike = [
    ...Map.groupBy(isAbout.keys(), (kind) => printed.map(({ counts }) => Number(counts[kind])).join('')),
  ].map(([, kinds]) => kinds);
  const about = alike.map((kinds) => kinds.some((kind) => isAbout[kind] === true && !nobody.has(kind)));
  const basis = reduced(
    printed.map(({ counts, n }) => ({
      times: alike.map(([kind = 0]) => (counts[kind] === true ? 1 : 0)),
      n,
    })),
    alike.length,
  );
  /** The last row in which each kind is. */
  const last = alike.map((_, kind) => basis.findLastIndex(({ times }) => !isNought(times[kind] ?? 0)));
  const from = (at: number, sum: Row): boolean => {
    const row = basis[at];
    if (row === undefined)
      return isLow(Math.round(sum.n)) && about.some((is, kind) => is && !isNought(sum.times[kind] ?? 0));
    // A kind that only this row has is in it once, so that its own factor is 0 or 1.
    return [sum, plus(sum, row, 1)].some(
      (next) =>
        next.times.every((x, kind) => last[kind] !== at || isNought(x) || isNought(x - 1)) &&
        from(at + 1, next),
    );
  };
  return from(0, { times: alike.map(() => 0), n: 0 });
}
