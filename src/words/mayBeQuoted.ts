import { MINIMUM_BASE, MINIMUM_GROUP } from '../release/disclosure/thresholds.ts';
import { isWideRange } from '../statistics/precision.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Counted, MedianFinding } from '../figures/finding.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';

/** Whether a title may rest on a count: on ten people at least either way, of thirty, with a range that is not wide (protocol 2.10). */
export function isFirm({ x, n }: Counted): boolean {
  if (n < MINIMUM_BASE || x < MINIMUM_GROUP || n - x < MINIMUM_GROUP) return false;
  const range = wilson(x, n);
  return range !== null && !isWideRange(range);
}

/** Whether a title may say a middle answer: of thirty people, in one stretch of its scale, its range in one more at most (protocol 2.10). */
export const isFirmMiddle = ({ n, stretches }: MedianFinding): boolean =>
  n >= MINIMUM_BASE && stretches.middle === 1 && stretches.range <= 2;

/** A share that is shown and that a title may rest on. */
export const mayBeQuoted = (share: Share | Withheld): share is Share => !isWithheld(share) && isFirm(share);
