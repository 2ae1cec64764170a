import type { SideId } from '../survey/question.ts';
import type { Bars } from './barsFigure.ts';
import type { Claim } from './claim.ts';
import type { Dumbbell } from './dumbbellFigure.ts';
import type { Medians } from './mediansFigure.ts';
import type { ToneName } from './tones.ts';

/**
 * What a chart is made from: plain data, already protected by the release, with every word that belongs to one
 * chart alone. Shares and limits run from 0 to 1. Nothing here knows how it will be drawn.
 */

/** A number that a release carried over from an earlier one says so: “as of {asOf}”. */
export interface Dated {
  /** The earlier release’s id. */
  readonly asOf?: string;
}

/** What a share could be among all who were asked, where so many did not say that it must be told (protocol 2.5). */
export interface Bounds {
  readonly asked: number;
  readonly missing: number;
  readonly lower: number;
  readonly upper: number;
}

/** One answer among the `n` who answered: `x` chose it; `lo` to `hi` is its Wilson range. */
export interface Share extends Dated {
  readonly code: string;
  /** As the questionnaire words it, for tables. */
  readonly label: string;
  /** A word or two, for marks. */
  readonly short: string;
  readonly x: number;
  readonly n: number;
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
  readonly bounds?: Bounds;
}

/** Who answered on one side, and what they said. */
export interface Series extends Dated {
  readonly id: string;
  readonly side: SideId;
  readonly label: string;
  readonly shortLabel: string;
  readonly n: number;
  readonly parts: readonly Share[];
}

/** A group too small to show. It is drawn as a blank, never as zero. */
export interface Withheld extends Dated {
  readonly id: string;
  readonly side: SideId;
  readonly label: string;
  readonly shortLabel: string;
  readonly withheld: true;
  /** What the blank says, e.g. “Too few answers yet”. */
  readonly because: string;
  /** In a cut a group’s count alone may be withheld, while its base is printed; a whole chart withholds all. */
  readonly status?: 'small_base' | 'small_cell' | 'withheld';
  readonly n?: number;
  readonly bound?: 'low' | 'high';
}

/** Where the numbers come from, printed in the picture so that it stays true when the picture travels. */
export interface Provenance {
  readonly release: string;
  /** ISO date, e.g. 2026-01-31. */
  readonly published: string;
  readonly madeUp: boolean;
  /** Host and path, without a scheme. */
  readonly address: string;
}

/** Whom a question was put to, and its words. */
export interface Asked {
  readonly side: SideId;
  readonly whom: string;
  readonly question: string;
}

/** What every figure has. */
export interface Chart {
  /** The chart’s id in addresses, e.g. explanation-ladder. */
  readonly id: string;
  /** Its plain name, e.g. “The explanation ladder”: the title while no finding can be stated. */
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Sentences that belong under this chart alone, e.g. who is not in the base. */
  readonly notes: readonly string[];
  /** The differences that were put on the list beforehand, in its order. The title is made from them first. */
  readonly claims?: readonly Claim[];
  readonly provenance: Provenance;
  /** Where it is a chart cut by one segment: the chart, the segment, and “by region”. Its title is its own. */
  readonly cut?: { readonly chart: string; readonly segment: string; readonly by: string };
}

/**
 * The sum a bar is read for. `label` follows its percentage in the picture; the finding reads
 * “Of {n} {base}, {x} {predicate}”.
 */
export interface Headline extends Share {
  readonly base: string;
  readonly predicate: string;
}

/** One part of a stacked bar. */
export interface Part extends Share {
  readonly tone: ToneName;
}

/** One stacked bar with the sum it is read for, which is made of its first parts or of its last. */
export interface LadderSeries extends Series {
  readonly parts: readonly Part[];
  readonly headline: Headline;
  readonly sumFrom: 'start' | 'end';
}

/** What a form of stacked bars says for one chart. */
interface Stacked extends Chart {
  readonly series: readonly (LadderSeries | Withheld)[];
  /** What a part is, for the table: “What was said”. */
  readonly rowHeading: string;
  readonly howToRead: string;
  readonly doesNotShow: string;
}

/** Ordered answers stacked to a whole, one bar a series. */
export interface Ladder extends Stacked {
  readonly form: 'ladder';
}

/** Five points of an item, each bar straddling the middle of the third. */
export interface Diverging extends Stacked {
  readonly form: 'diverging';
}

/** The share answered by the end of a day; cumulative. */
export interface CurvePoint extends Share {
  /** Days since the last step. */
  readonly upTo: number;
}

/** The finding reads “By day {upTo}, {x} of the {n} {base} {predicate}”. */
export interface CurveSeries extends Omit<Series, 'parts'> {
  readonly parts: readonly CurvePoint[];
  readonly base: string;
  readonly predicate: string;
}

/** Cumulative shares over days, in steps, one line a side. */
export interface Curve extends Chart {
  readonly form: 'curve';
  readonly series: readonly (CurveSeries | Withheld)[];
  readonly howToRead: string;
  readonly doesNotShow: string;
  /** What the others had not, e.g. “had heard”: drawn as “What 106 of 180 had heard by day 45:” and a blank. */
  readonly blank?: string;
  /** A day that means something outside this survey, e.g. a legal limit. */
  readonly landmark?: { readonly day: number; readonly label: string; readonly short: string };
}

/** What employers’ bands allow their mean share to be. */
export interface Implied extends Dated {
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

/** One stage, as each side tells it. `when` opens the finding: “After interviews”. */
export interface GapRow {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly seeker: Share | Withheld;
  readonly employer: Implied | Withheld;
}

/** The finding reads “{when}, employers here {employerVerb} {range} of people; {x} of {n} {seekerBase} {seekerVerb}”. */
export interface Gap extends Chart {
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

/** Everything that can be drawn. */
export type Figure = Ladder | Curve | Gap | Bars | Diverging | Dumbbell | Medians;

/** Whether a group is too small to show. */
export function isWithheld(group: object): group is Withheld {
  return 'withheld' in group;
}
