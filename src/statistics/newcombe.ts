import { wilson } from './wilson.ts';

/** A difference of two shares, from −1 to 1, with the range around it. */
export interface Difference {
  readonly d: number;
  readonly lo: number;
  readonly hi: number;
}

/** A count of `x` among `n`. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/**
 * Difference of two independent proportions, a − b, with Newcombe’s hybrid score interval (“method 10”) at 95 %.
 *
 *     lo = d − √((p₁−l₁)² + (u₂−p₂)²);  hi = d + √((u₁−p₁)² + (p₂−l₂)²)     with [l, u] from Wilson
 *
 * Not for two answers of the same people, nor for a group against a total that contains it.
 * @returns null when either side has n = 0.
 * @throws RangeError when a count is impossible.
 * @see Newcombe 1998, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 */
export function newcombe(a: Count, b: Count): Difference | null {
  const first = wilson(a.x, a.n);
  const second = wilson(b.x, b.n);
  if (first === null || second === null) return null;
  const d = first.share - second.share;
  return {
    d,
    lo: d - Math.hypot(first.share - first.lo, second.hi - second.share),
    hi: d + Math.hypot(first.hi - first.share, second.share - second.lo),
  };
}
