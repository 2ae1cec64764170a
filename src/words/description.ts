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
export interface Description {
  /** The title: the finding, in counts, by a rule. */
  readonly finding: string;
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
}

/** What each form says for itself. */
export type Words = Omit<Description, 'notes' | 'differences'>;
