import type { BaseFigure } from './baseFigure.ts';
import type { Series, Share, Withheld } from './parts.ts';

/** The sum a bar is read for. `label` follows its percentage in the picture. */
export interface Sum extends Share {
  /** Of few people: the count stands before its percentage. */
  readonly countsFirst?: true;
}

/** The looks that a part of a stacked bar can ask for; charts/stacks/tones.ts says what colours they are. */
export type ToneName =
  'silence' | 'rung-1' | 'rung-2' | 'rung-3' | 'rung-4' | 'low-2' | 'low-1' | 'mid' | 'high-1' | 'high-2';

/** One part of a stacked bar. */
export interface Part extends Share {
  readonly tone: ToneName;
  /** The answers it is drawn for together, where the counts of some are hidden; the table has each. */
  readonly stands?: readonly (Share | Withheld)[];
}

/** One stacked bar with the sum it is read for, which is made of its first parts or of its last. */
export interface LadderSeries extends Series {
  readonly parts: readonly Part[];
  /** Withheld where its count is hidden: words in its place, and neither a percentage nor a range (protocol 3.3, P11). */
  readonly sum: Sum | Withheld;
  readonly sumFrom: 'start' | 'end';
  /** What stands in small type beside the sum: “97 of 318 asked (31%)”. */
  readonly beside?: string;
}

/** The same people looked at another way, or others, a bar for each bar drawn: rows of the table under those of the picture. */
export interface Beside {
  /** The headings of the rows that are drawn, and of the others. */
  readonly heading: string;
  readonly other: string;
  readonly series: readonly (LadderSeries | Withheld)[];
  /** They are of more people than the bars: the columns are named by side, and the two headings say of whom the rows are. */
  readonly ofOthers?: true;
  /** A row under them, a cell a bar. */
  readonly last?: { readonly label: string; readonly cells: readonly string[] };
}

/** What a form of stacked bars says for one chart. */
interface Stacked extends BaseFigure {
  readonly series: readonly (LadderSeries | Withheld)[];
  /** What a part is, for the table: “What was said”. */
  readonly rowHeading: string;
  readonly howToRead: string;
  readonly doesNotShow: string;
}

/** Ordered answers stacked to a whole, one bar a series. */
export interface Ladder extends Stacked {
  readonly form: 'ladder';
  readonly beside?: Beside;
  /** Bars of one side with answers of their own: each has its own rows in the table. */
  readonly apart?: true;
}

/** Five points of an item. */
export interface Diverging extends Stacked {
  readonly form: 'diverging';
  /** Whether each bar straddles the middle of its third answer: not where the count of one of these is hidden. */
  readonly straddles: boolean;
}
