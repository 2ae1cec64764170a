import type { BaseFigure } from './baseFigure.ts';
import type { Series, Share, Withheld } from './parts.ts';

/** A stretch of whole hours that people’s answers were counted in; the last one has no end. */
export interface Hours {
  readonly from: number;
  readonly to: number | null;
}

/** The middle answer of a group, and the answers that its range of ranks runs between. */
export interface MedianSeries extends Omit<Series, 'parts'> {
  /** As a sentence goes on after a count: “job seekers who were interviewed”. */
  readonly who: string;
  readonly middle: Hours;
  readonly range: { readonly lo: Hours; readonly hi: Hours };
  /** Every stretch with how many gave it. */
  readonly parts: readonly Share[];
}

/** Middle answers with their ranges, one a group. The title reads “Of {n} {who}, the middle one put in {hours}”. */
export interface Medians extends BaseFigure {
  readonly form: 'medians';
  readonly series: readonly (MedianSeries | Withheld)[];
  readonly rowHeading: string;
  readonly howToRead: string;
  readonly doesNotShow: string;
}
