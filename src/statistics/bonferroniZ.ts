import { normalQuantile } from './normalQuantile.ts';

/**
 * The z at which each of `comparisons` ranges must be drawn so that, of all of them together, one in twenty at most
 * misses by chance: the normal quantile of 1 − 0.05/(2m) (protocol 2.9).
 * @param comparisons How many comparisons were fixed beforehand, those that came to nothing included.
 * @throws RangeError unless it is a whole number from 1.
 * @see Dunn 1961, https://doi.org/10.1080/01621459.1961.10482090
 */
export function bonferroniZ(comparisons: number): number {
  if (!Number.isSafeInteger(comparisons) || comparisons < 1) {
    throw new RangeError(`The number of comparisons must be a whole number from 1, not ${comparisons}.`);
  }
  // The lower tail keeps digits that 1 − 0.05/(2m) would round away.
  return -normalQuantile(0.05 / (2 * comparisons));
}
