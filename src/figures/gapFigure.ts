import type { BaseFigure } from './baseFigure.ts';
import type { Dated, Share, Withheld } from './parts.ts';

/** What employers’ bands allow their mean share to be. */
export interface Implied extends Dated {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

/** One stage, as each side tells it. `when` opens the title: “After interviews”. */
export interface GapRow {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly seeker: Share | Withheld;
  readonly employer: Implied | Withheld;
}

/** The title reads “{when}, employers here {employerVerb} {range} of people; {x} of {n} {seekerBase} {seekerVerb}”. */
export interface Gap extends BaseFigure {
  readonly form: 'gap';
  readonly rows: readonly GapRow[];
  /** A second measure of the same stages, under the first; a card shows the first alone. */
  readonly also?: { readonly measure: string; readonly rows: readonly GapRow[] };
  /** What the axis counts, e.g. “Share told the outcome”. */
  readonly measure: string;
  readonly seekerBase: string;
  readonly seekerVerb: string;
  readonly employerVerb: string;
}
