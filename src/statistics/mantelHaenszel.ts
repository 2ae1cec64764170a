import type { Count, Difference } from './newcombe.ts';
import { normalTail } from './normalTail.ts';
import { Z_95 } from './wilson.ts';

/** The counts of both sides in one group of like people. */
export interface Stratum {
  readonly a: Count;
  readonly b: Count;
}

/** A difference within strata, with the probability of one as large by chance where there is none. */
export interface Stratified extends Difference {
  readonly p: number;
}

/** What one stratum adds to the weight, the difference and its variance. */
function partsOf({ a, b }: Stratum) {
  const n = a.n + b.n;
  const weight = (a.n * b.n) / n;
  return {
    weight,
    weighed: weight * (a.x / a.n - b.x / b.n),
    slope: (a.n * a.n * b.x - b.n * b.n * a.x + (a.n * b.n * (b.n - a.n)) / 2) / (n * n),
    spread: (a.x * (b.n - b.x) + b.x * (a.n - a.x)) / (2 * n),
  };
}

/**
 * The difference of two shares, a − b, that remains within strata: Mantel and Haenszel’s weighted mean, with the variance
 * of Sato, which holds for few large strata and for many small ones; other variances hold for one kind alone.
 *
 *     d = Σ w(p₁ − p₂) / Σ w,  w = n₁n₂ / n;  var = (d ΣP + ΣQ) / (Σ w)²
 *     P = (n₁²x₂ − n₂²x₁ + n₁n₂(n₂ − n₁)/2) / n²;  Q = (x₁(n₂ − x₂) + x₂(n₁ − x₁)) / 2n
 *
 * @param z of the confidence interval.
 * @returns null when no stratum has answers on both sides.
 * @throws RangeError when a count is impossible.
 * @see Sato, Greenland, Robins 1989, https://doi.org/10.2307/2531784
 */
export function mantelHaenszel(strata: readonly Stratum[], z: number = Z_95): Stratified | null {
  for (const { x, n } of strata.flatMap(({ a, b }) => [a, b]))
    if (!Number.isSafeInteger(x) || !Number.isSafeInteger(n) || x < 0 || x > n)
      throw new RangeError(`A stratum needs whole numbers with 0 ≤ x ≤ n, not ${x} of ${n}.`);
  const parts = strata.filter(({ a, b }) => a.n > 0 && b.n > 0).map(partsOf);
  if (parts.length === 0) return null;
  const sum = (of: keyof (typeof parts)[number]) => parts.reduce((total, part) => total + part[of], 0);
  const weight = sum('weight');
  const d = sum('weighed') / weight;
  // Rounding can leave a hair below nothing where every answer is the same.
  const error = Math.sqrt(Math.max(0, d * sum('slope') + sum('spread'))) / weight;
  const half = z * error;
  const p = error === 0 ? (d === 0 ? 1 : 0) : Math.min(1, 2 * normalTail(Math.abs(d) / error));
  return { d, lo: Math.max(-1, d - half), hi: Math.min(1, d + half), p };
}
