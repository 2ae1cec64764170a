/** A range this wide (30 points) or wider is drawn hatched, called wide, and kept out of headlines. */
export const WIDE_RANGE = 0.3;

/**
 * Whether a range of shares (0 to 1) is too wide to quote without it.
 * The line at .30 is that of the US National Center for Health Statistics:
 * https://www.cdc.gov/nchs/data/series/sr_02/sr02_175.pdf
 */
export function isWideRange({ lo, hi }: { readonly lo: number; readonly hi: number }): boolean {
  return hi - lo >= WIDE_RANGE;
}
