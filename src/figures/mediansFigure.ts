import type { BaseFigure } from './baseFigure.ts';
import type { Series, Share, Withheld } from './parts.ts';

/** A stretch of whole hours that people’s answers were counted in; the last one has no end. */
export interface Hours {
  readonly from: number;
  readonly to: number | null;
}

/**
 * The middle answer of a group, and the answers that its range of ranks runs between. Where counts are hidden, each is
 * as wide as they allow.
 */
export interface MedianSeries extends Omit<Series, 'parts'> {
  readonly middle: Hours;
  readonly range: { readonly lo: Hours; readonly hi: Hours };
  /** Every stretch with how many gave it, where that is printed. */
  readonly parts: readonly (Share | Withheld)[];
}

/** Middle answers with their ranges, one a group. */
export interface Medians extends BaseFigure {
  readonly form: 'medians';
  readonly series: readonly (MedianSeries | Withheld)[];
  readonly rowHeading: string;
  readonly howToRead: string;
  readonly doesNotShow: string;
}
