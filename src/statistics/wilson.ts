/** Normal quantile for a two-sided 95 % interval. Not rounded: 1.96 would change the sixth decimal (3/10 → 0.107789). */
export const Z_95 = 1.959963984540054;

/** A count of `x` among `n`, its share and the range around it; `share`, `lo` and `hi` run from 0 to 1. */
export interface Proportion {
  readonly x: number;
  readonly n: number;
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * The steps of Wilson’s score interval around a share: its ends lie `half` on either side of `centre`. `n` need not be whole: a
 * mean of answers between 0 and 1 takes the number of yes-or-no answers that would have its variance.
 *
 *     d = 1 + z²/n;  centre = (p + z²/2n) / d;  half = (z/d) · √(p(1−p)/n + z²/4n²)
 */
export function wilsonSteps(
  share: number,
  n: number,
  z: number,
): { readonly d: number; readonly centre: number; readonly half: number } {
  const d = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / d;
  const half = (z / d) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { d, centre, half };
}

/** The ends of Wilson’s score interval around a share; 0 and 1 are exact. `n` as in wilsonSteps. */
export function wilsonEnds(
  share: number,
  n: number,
  z: number,
): { readonly lo: number; readonly hi: number } {
  const { centre, half } = wilsonSteps(share, n, z);
  return { lo: share === 0 ? 0 : centre - half, hi: share === 1 ? 1 : centre + half };
}

/**
 * Wilson score interval of one proportion, at 95 %.
 * At x = 0 and x = n the bound is exactly 0 or 1, without floating-point error.
 * @returns null for n = 0.
 * @throws RangeError when x or n cannot be a count, or x > n.
 * @see Brown, Cai, DasGupta 2001, https://doi.org/10.1214/ss/1009213286
 */
export function wilson(x: number, n: number): Proportion | null {
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(n) || x < 0 || x > n) {
    throw new RangeError(`A proportion needs whole numbers with 0 ≤ x ≤ n, not ${x} of ${n}.`);
  }
  if (n === 0) return null;
  const share = x / n;
  return { x, n, share, ...wilsonEnds(share, n, Z_95) };
}
