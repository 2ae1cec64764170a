import { bonferroniZ } from './bonferroniZ.ts';
import { newcombe, type Count, type Difference } from './newcombe.ts';

/** A difference. `higher` is the side that a sentence may call higher, or null for neither. */
export interface Comparison extends Difference {
  readonly higher: 'a' | 'b' | null;
}

/**
 * “Higher among A than B” may be written only if the confidence interval of the difference, with Bonferroni’s correction
 * for all comparisons fixed beforehand, excludes 0 (protocol 2.9). Bars that do not overlap are no such test.
 * @param comparisons How many comparisons the list holds.
 * @returns null when one side has no answers.
 * @throws RangeError when a count or the number of comparisons is impossible.
 */
export function compare(a: Count, b: Count, comparisons: number): Comparison | null {
  const difference = newcombe(a, b, bonferroniZ(comparisons));
  if (difference === null) return null;
  const { lo, hi } = difference;
  return { ...difference, higher: lo > 0 ? 'a' : hi < 0 ? 'b' : null };
}
