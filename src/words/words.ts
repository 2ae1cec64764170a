import type { Figure } from '../figures/figure.ts';
import type { Difference } from './differencesOf.ts';
import type { Footing } from './footing.ts';

/** What stands beside a number: its range, its worst-case bounds, how many answered. */
export type Beside = 'range' | 'bounds' | 'base';

/** A column of a table: a number, and one more cell for each thing that stands beside it, in small type. */
export interface TableColumn {
  readonly heading: string;
  /** What it is called where each row is a card. */
  readonly short?: string;
  readonly beside?: readonly Beside[];
}

/** A row of a table: its name, the cells of every column, and whether it sums up the rows above. */
export interface TableRow<Cell = string> {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly sum?: true;
  /** The heading of the rows beneath it: it has no cells. */
  readonly group?: true;
  /** What an address names it by; unique on the page. */
  readonly id?: string;
}

/** Every number of a picture. The caption says what is counted and in what unit. */
export interface Table<Cell = string> {
  readonly caption: string;
  readonly rowHeading: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow<Cell>[];
}

/** A figure as its pictures say it: a number large, what it is of, what it is set beside, and its counts with their range. */
export interface Headline {
  /** “78%”, “36% to 52%”, “6 to 10 hours”; empty for a fact; null where there is none yet, and a blank is drawn. */
  readonly number: string | null;
  /** Goes on after the number: “of people not hired were told no, after an interview”. */
  readonly says: string;
  /** “34% after only applying”, “shown by field of work”; what is missing where there is no number. */
  readonly beside?: string;
  /** “318 of 512 job seekers here, range 58–66%”; empty where it counts nobody. */
  readonly counts: string;
}

/** A picture in words. No picture is shown without them. */
export interface Words {
  /** The sentence over the picture, by the rules of titles (protocol 2.10). */
  readonly title: string;
  /** The same finding as pictures say it. */
  readonly headline: Headline;
  /** What is missing, in a sentence, where the title says no finding or a cut has no second group. */
  readonly missing?: string;
  /** The same with which side has no figures yet, for what stands alone: a page of the site says that once, with its count. */
  readonly missingAlone?: string;
  /** What the picture shows, in place of it: its title first. */
  readonly alt: string;
  readonly table: Table;
  readonly howToRead: string;
  /** What a reader might take from it and should not. */
  readonly doesNotShow: string;
  /** Sentences under the picture: the standard note first, as far as it holds, then those of this chart. */
  readonly notes: readonly string[];
  /** The differences that were put on a list beforehand, whatever came of them; none where there is no list. */
  readonly differences: readonly Difference[];
  /** How many answers it stands on: “n = 180”, “n = 87 and 98 as of 2026-09”, “n = 55 to 120”; empty where all is withheld. */
  readonly bases: string;
  /** Whether anything of it is shown: else its picture is a blank, and an essay has its author’s words instead. */
  readonly isShown: boolean;
  readonly footing: Footing;
}

/** The row of how many people are counted, while no share is shown. */
export const COUNTED = 'Counted';

/** What each form says for itself; `alt` goes on after what is drawn. */
export type FormWords = Omit<
  Words,
  'title' | 'headline' | 'missing' | 'missingAlone' | 'notes' | 'differences' | 'bases' | 'isShown'
> & { /** What its shares are drawn as: “Stacked bars”. */ readonly drawn: string };

/** A figure with its words, as it goes to a page, a picture, a card and an embed. */
export interface DescribedFigure {
  readonly figure: Figure;
  readonly words: Words;
}
