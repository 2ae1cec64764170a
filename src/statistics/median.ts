import { medianRanks } from './medianRanks.ts';

/** How many people gave a value, or fall into a band. Classes come in rising order. */
export interface OrderedClass<Value> {
  readonly value: Value;
  readonly n: number;
}

/** The class a median lies in, and the classes its range runs between; `range` is null when too few answered for one. */
export interface Median<Value> {
  readonly n: number;
  readonly value: Value;
  readonly range: { readonly lo: Value; readonly hi: Value; readonly coverage: number } | null;
}

/**
 * The median of ordered classes: the first whose cumulative count reaches (n+1)/2, with the range of order statistics.
 * For bands and for whole numbers alike; the result is always a class that was given, never a number between two.
 * Of durations it is a median among those who were told, and must be labelled so (protocol 2.3).
 * @returns null when every class is empty.
 * @throws RangeError when a count is impossible.
 */
export function median<Value>(classes: readonly OrderedClass<Value>[]): Median<Value> | null {
  for (const { n } of classes) {
    if (!Number.isSafeInteger(n) || n < 0)
      throw new RangeError(`A class’s count must be a whole number, not ${n}.`);
  }
  const n = classes.reduce((sum, entry) => sum + entry.n, 0);
  const ofRank = (rank: number): OrderedClass<Value> | undefined => {
    let reached = 0;
    return classes.find((entry) => (reached += entry.n) >= rank);
  };
  const middle = ofRank((n + 1) / 2);
  if (middle === undefined) return null;
  const ranks = medianRanks(n);
  const lo = ranks && ofRank(ranks.lower);
  const hi = ranks && ofRank(ranks.upper);
  return {
    n,
    value: middle.value,
    range: lo && hi ? { lo: lo.value, hi: hi.value, coverage: ranks.coverage } : null,
  };
}
