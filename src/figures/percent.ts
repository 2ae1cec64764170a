import type { Bounds } from './parts.ts';

/** Below this many answers none and all are printed as counts: “0 of 34” claims less than “0%”. */
const COUNTS_BELOW = 100;

/**
 * A share as readers see it: whole percents closed up (“41%”), “<1%” and “>99%” where rounding would say none or
 * all, and “0 of 34” under a hundred answers (protocol 2.6). Rounds halves up, in whole numbers.
 * @throws RangeError when the counts are impossible.
 */
export function percent({ x, n }: { readonly x: number; readonly n: number }): string {
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(n) || n <= 0 || x < 0 || x > n) {
    throw new RangeError(`A percentage needs whole numbers with 0 ≤ x ≤ n and n > 0, not ${x} of ${n}.`);
  }
  if ((x === 0 || x === n) && n < COUNTS_BELOW) return `${x} of ${n}`;
  const whole = roundedPercent({ x, n });
  if (whole === 0 && x > 0) return '<1%';
  if (whole === 100 && x < n) return '>99%';
  return `${whole}%`;
}

/** The whole percent that a share is printed as. */
export const roundedPercent = ({ x, n }: { readonly x: number; readonly n: number }): number =>
  Math.floor((200 * x + n) / (2 * n));

/** A range of shares (0 to 1) in whole percents, with an en dash: “34–48%”; one number when both round alike. */
export function percentRange(lo: number, hi: number): string {
  if (!(0 <= lo && lo <= hi && hi <= 1))
    throw new RangeError(`A range needs 0 ≤ lo ≤ hi ≤ 1, not ${lo} to ${hi}.`);
  const [low, high] = [wholePercent(lo), wholePercent(hi)];
  return low === high ? `${low}%` : `${low}–${high}%`;
}

/** A count with a comma every three digits: “1,200”. */
export function count(n: number): string {
  return n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** What counts lie between: “461”, or “461 to 464”. Throws on no counts at all. */
export function span(counts: readonly number[]): string {
  if (counts.length === 0) throw new RangeError('There is nothing between no counts.');
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? count(least) : `${count(least)} to ${count(most)}`;
}

/** A share with its count, as tables print it: “41% (74)”, or “0 of 34” where that is both. */
export function withCount(share: { readonly x: number; readonly n: number }): string {
  const text = percent(share);
  return text.includes(' of ') ? text : `${text} (${count(share.x)})`;
}

/** Bounds as a sentence goes on: “bounds 12–28% if all had answered”. */
export const boundsInWords = ({ lower, upper }: Bounds): string =>
  `bounds ${percentRange(lower, upper)} if all had answered`;

/** Rounded at the tenth decimal first, so that a half that floating point made a hair smaller still rounds up. */
function wholePercent(share: number): number {
  return Math.round(Number((share * 100).toFixed(10)));
}
