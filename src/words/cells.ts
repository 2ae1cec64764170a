import { boundsInWords, count, percentRange, withCount } from '../figures/percent.ts';
import { isWithheld, type Dated, type Share, type Withheld } from '../figures/parts.ts';
import { MINIMUM_CELL } from '../release/disclosure/thresholds.ts';
import { isWideRange } from '../statistics/precision.ts';

/** A range as tables print it: “34–48%”, with bounds where they must be told. */
export const rangeCell = ({ lo, hi, bounds }: Pick<Share, 'lo' | 'hi' | 'bounds'>): string =>
  `${percentRange(lo, hi)}${bounds === undefined ? '' : `, ${boundsInWords(bounds)}`}`;

/** What tables print of a count that is hidden, in a row whose base stands beside it. */
function hiddenCell({ because, status, bound, n }: Withheld): string {
  if (n === undefined || status === 'few_answers') return because;
  if (status !== 'small_cell') return 'not shown';
  return bound === 'high' ? `more than ${count(n - MINIMUM_CELL)}` : `fewer than ${MINIMUM_CELL}`;
}

/** One answer as tables print it: “41% (74)”, “fewer than 5”, or why it is not shown. */
export const answerCell = (value: Share | Withheld): string =>
  isWithheld(value) ? hiddenCell(value) : withCount(value);

/** The range beside it: a hidden count has none. */
export const answerRange = (value: Share | Withheld): string =>
  isWithheld(value) ? '' : percentRange(value.lo, value.hi);

/** What it could be with those who did not say, where so many did not that it must be told. */
export const answerBounds = (value: Share | Withheld): string =>
  isWithheld(value) || value.bounds === undefined ? '' : percentRange(value.bounds.lower, value.bounds.upper);

/** How many answered, and since when it stands. */
export const answeredCell = ({ n, asOf }: Dated & { readonly n?: number }): string =>
  n === undefined ? '' : `${count(n)}${asOf === undefined ? '' : `, as of ${asOf}`}`;

/** The same in a sentence: “503 answered, as of 2026-11”. */
export const answeredInWords = ({ n, asOf }: Dated & { readonly n: number }): string =>
  `${count(n)} answered${asOf === undefined ? '' : `, as of ${asOf}`}`;

/** A range in a sentence: “range 34–48%”, or “wide range 12–60%”, with bounds where they must be told. */
export const rangeInWords = (share: Pick<Share, 'lo' | 'hi' | 'bounds'>): string =>
  `${isWideRange(share) ? 'wide ' : ''}range ${rangeCell(share)}`;
