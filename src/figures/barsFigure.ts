import type { SideId } from '../survey/question.ts';
import type { BaseFigure } from './baseFigure.ts';
import type { Share, Withheld } from './parts.ts';

/** One bar: what one side said of a row. */
export interface Bar {
  readonly side: SideId;
  readonly value: Share | Withheld;
}

/** One thing that was answered yes or no, or one answer to a question; a bar a side. */
export interface BarRow {
  readonly id: string;
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** Rows under one heading; without one where there is only one group. */
export interface BarGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly BarRow[];
}

/** Bars from 0, each with its range and its own base. */
export interface Bars extends BaseFigure {
  readonly form: 'bars';
  readonly groups: readonly BarGroup[];
  /** What a bar counts, e.g. “Percent of employers who said yes to it”; headings say it where groups differ. */
  readonly measure?: string;
  /** Facts about who answered are counts of these very people: a range would mean nothing (protocol 1.6, E16). */
  readonly facts?: true;
  /** What a row is, for the table: “Reason”. */
  readonly rowHeading: string;
  /** Whether bars are people who each answered every row, so that shares add up to more than 100 percent. */
  readonly yesNo: boolean;
  readonly howToRead: string;
  readonly doesNotShow: string;
}
