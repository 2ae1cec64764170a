import type { Figure } from '../figures/figure.ts';
import type { Footing } from './footing.ts';

/** A row of a table: its name, a cell a column, and whether it sums up the rows above. */
export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly sum?: true;
  /** The heading of the rows beneath it: it has no cells. */
  readonly group?: true;
}

/** Every number of a picture. The caption says what is counted and in what unit. */
export interface Table {
  readonly caption: string;
  readonly rowHeading: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A picture in words. No picture is shown without them. */
export interface Words {
  /** The sentence over the picture, in counts, by a rule. */
  readonly title: string;
  /** What the picture shows, in place of it. */
  readonly alt: string;
  readonly table: Table;
  readonly howToRead: string;
  /** What a reader might take from it and should not. */
  readonly doesNotShow: string;
  /** Sentences under the picture: the standard note first, then those of this chart. */
  readonly notes: readonly string[];
  /** The differences that were put on a list beforehand, whatever came of them; none where there is no list. */
  readonly differences: readonly string[];
  /** How many answers it stands on: “n = 180”, “n = 87 and 98”, “n = 55 to 120”; empty where all is withheld. */
  readonly bases: string;
  readonly footing: Footing;
}

/** What each form says for itself. */
export type FormWords = Omit<Words, 'notes' | 'differences' | 'bases'>;

/** A figure with its words, as it goes to a page, a picture, a card and an embed. */
export interface DescribedFigure {
  readonly figure: Figure;
  readonly words: Words;
}
