import type { BaseFigure } from './baseFigure.ts';
import type { Series, Share, Withheld } from './parts.ts';

/** The share answered by the end of a day; cumulative. */
export interface CurvePoint extends Share {
  /** Days since the last step. */
  readonly upTo: number;
}

export interface CurveSeries extends Omit<Series, 'parts'> {
  readonly parts: readonly CurvePoint[];
  /** The days by which a count cannot be worked out, because an answer is hidden; the line has no point there. */
  readonly unknown?: readonly (Withheld & Pick<CurvePoint, 'upTo'>)[];
  /** The people or processes of the line, in the plural. */
  readonly base: string;
}

/** Cumulative shares over days, in steps, one line a side. */
export interface Curve extends BaseFigure {
  readonly form: 'curve';
  readonly series: readonly (CurveSeries | Withheld)[];
  readonly howToRead: string;
  readonly doesNotShow: string;
  /** What the axis of shares counts, e.g. “Percent who had been told by then”. */
  readonly measure: string;
  /** What the others had not, e.g. “had heard”: drawn as “What 106 of 180 had heard by day 45:” and a blank. */
  readonly blank?: string;
  /** What those are called whom the last day leaves over the line, where the title is about them: “no answer”. */
  readonly rest?: string;
  /** A day that means something outside this survey, e.g. a legal limit; `note` says what it is, under the drawing and in its alternative. */
  readonly landmark?: { readonly day: number; readonly label: string; readonly note: string };
}
