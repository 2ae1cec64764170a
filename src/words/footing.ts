import { isWideRange } from '../statistics/precision.ts';
import type { Bounds } from '../figures/parts.ts';

/** The last line of a picture, in sentences. */
export interface Footing {
  /** What its axis counts. */
  readonly axis: readonly string[];
  /** What hatching means, where there is any. */
  readonly hatching?: string;
  /** What bounds mean, where there are any. */
  readonly bounds?: string;
}

/**
 * The footing of a picture.
 * @param shares all that it shows
 * @param bounds what bounds mean in it
 */
export const footingOf = (
  axis: readonly string[],
  shares: readonly { readonly lo: number; readonly hi: number; readonly bounds?: Bounds }[],
  bounds?: string,
): Footing => ({
  axis,
  ...(shares.some(isWideRange) && { hatching: 'Hatched: wide range' }),
  ...(bounds !== undefined && shares.some((share) => share.bounds !== undefined) && { bounds }),
});
