/** One of several p values, in the order in which they were given. */
export interface Adjusted {
  /** From 1, by p; equal ones keep their order. */
  readonly rank: number;
  /** The false discovery rate at which it would just be declared: never less than its p. */
  readonly adjusted: number;
}

/**
 * Benjamini and Hochberg’s control of the false discovery rate among m comparisons: the largest k with p(k) ≤ k·q/m, and
 * all below it, are declared; those with an adjusted value of at most q.
 * @throws RangeError when a p is not from 0 to 1.
 * @see Benjamini, Hochberg 1995, https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
 */
export function falseDiscovery(ps: readonly number[]): readonly Adjusted[] {
  for (const p of ps)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A p value must lie between 0 and 1, not at ${p}.`);
  const order = ps.map((p, place) => ({ p, place })).toSorted((one, other) => one.p - other.p);
  const found = new Map<number, Adjusted>();
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const entry = order[rank - 1];
    if (entry === undefined) break;
    least = Math.min(least, entry.p * (order.length / rank));
    found.set(entry.place, { rank, adjusted: least });
  }
  return ps.flatMap((_, place) => found.get(place) ?? []);
}
