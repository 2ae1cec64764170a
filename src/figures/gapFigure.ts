import type { BaseFigure } from './baseFigure.ts';
import type { Dated, Share, Withheld } from './parts.ts';

/** What employers’ bands allow a mean share to be, and how far chance could move the ends of that interval. */
export interface Implied extends Dated {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
  readonly range: { readonly lo: number; readonly hi: number };
  /** How employers are counted, as a row’s name goes on: “each employer counted once”. */
  readonly counted: string;
}

/** One stage, as each side tells it. */
export interface GapRow {
  readonly id: string;
  readonly label: string;
  readonly seeker: Share | Withheld;
  /** Not there at a stage that employers were not asked about. */
  readonly employer?: Implied | Withheld;
  /** The same bands with employers counted another way: for the table. */
  readonly otherwise?: Implied;
}

/** Shares of job seekers beside the intervals that employers’ bands allow. */
export interface Gap extends BaseFigure {
  readonly form: 'gap';
  readonly rows: readonly GapRow[];
  /** What the axis counts, e.g. “Percent of people who were told”. */
  readonly measure: string;
}
