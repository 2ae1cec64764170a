import type { BaseFigure } from './baseFigure.ts';
import type { Series, Share, Withheld } from './parts.ts';

/**
 * The sum a bar is read for. `label` follows its percentage in the picture; the title reads
 * “Of {n} {base}, {x} {predicate}”.
 */
export interface Sum extends Share {
  readonly base: string;
  readonly predicate: string;
}

/** The looks that a part of a stacked bar can ask for; charts/stacks/tones.ts says what colours they are. */
export type ToneName =
  'silence' | 'rung-1' | 'rung-2' | 'rung-3' | 'rung-4' | 'low-2' | 'low-1' | 'mid' | 'high-1' | 'high-2';

/** One part of a stacked bar. */
export interface Part extends Share {
  readonly tone: ToneName;
}

/** One stacked bar with the sum it is read for, which is made of its first parts or of its last. */
export interface LadderSeries extends Series {
  readonly parts: readonly Part[];
  readonly sum: Sum;
  readonly sumFrom: 'start' | 'end';
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
}

/** Five points of an item, each bar straddling the middle of the third. */
export interface Diverging extends Stacked {
  readonly form: 'diverging';
}
