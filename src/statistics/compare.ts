import { bonferroniZ } from './bonferroniZ.ts';
import { newcombe, type Count, type Difference } from './newcombe.ts';

/** A difference and what may be said of it. `higher` is the side that a sentence may call higher, or null for neither. */
export interface Comparison extends Difference {
  readonly higher: 'a' | 'b' | null;
}

/**
 * Whether “higher among A than B” may be written: only when the range of the difference, widened for every comparison
 * on the list that was fixed beforehand, leaves out 0 (protocol 2.9). Two bars that do not overlap are not this test.
 * @param comparisons How many comparisons the list holds.
 * @returns null when nobody answered on one side.
 * @throws RangeError when a count or the number of comparisons is impossible.
 */
export function compare(a: Count, b: Count, comparisons: number): Comparison | null {
  const difference = newcombe(a, b, bonferroniZ(comparisons));
  if (difference === null) return null;
  const { lo, hi } = difference;
  return { ...difference, higher: lo > 0 ? 'a' : hi < 0 ? 'b' : null };
}
