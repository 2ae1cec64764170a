import { boundsInWords, count, percentRange } from '../figures/percent.ts';
import type { Dated, Share } from '../figures/parts.ts';
import { isWideRange } from '../statistics/precision.ts';

/** A range as tables print it: “34–48%”, with bounds where they must be told. */
export const rangeCell = ({ lo, hi, bounds }: Pick<Share, 'lo' | 'hi' | 'bounds'>): string =>
  `${percentRange(lo, hi)}${bounds === undefined ? '' : `, ${boundsInWords(bounds)}`}`;

/** How many answered, and since when it stands. */
export const answeredCell = ({ n, asOf }: Dated & { readonly n: number }): string =>
  `${count(n)}${asOf === undefined ? '' : `, as of ${asOf}`}`;

/** A range in a sentence: “range 34–48%”, or “wide range 12–60%”. */
export const rangeInWords = ({ lo, hi }: Pick<Share, 'lo' | 'hi'>): string =>
  `${isWideRange({ lo, hi }) ? 'wide ' : ''}range ${percentRange(lo, hi)}`;

/** A sentence as it goes on after a comma. */
export const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
