/** How one answer is said back to the person, and what is said of the others who gave it: “12 of the 30 … {like}.” */
export interface Said {
  readonly yours: string;
  readonly like: string;
}

/** One thing that is compared: an estimate, the people in each of its series, and its answers in words. */
export interface Subject {
  /** The address of the chart. */
  readonly slug: string;
  /** Whom the figures are about, by series; the first whose base the person belongs to is taken. */
  readonly who: Readonly<Record<string, string>>;
  /** By the code of a cell. */
  readonly said: Readonly<Record<string, Said>>;
  /** Said where the question was skipped or not known, if that is worth a sentence. */
  readonly leftOut?: string;
  /** The other side’s series that is in the same codes, by series. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What the other side says of it, after how many: where it describes no such person. */
  readonly besideSays?: string;
  /** Answers of which another subject has said as much. */
  readonly quiet?: readonly string[];
  /** What the few did who are counted one by one, as the drawing says it, where the catalogue’s words are no sentence. */
  readonly few?: string;
  /** For a wait, the answers before this one are counted, too: how many were told sooner says more. */
  readonly inOrder?: true;
}

/** When somebody was told, by the answer. @param subject “You were” */
export const sooner = (subject: string): Readonly<Record<string, Said>> => ({
  d2: { yours: `${subject} told within 2 days.`, like: 'had word as soon' },
  d7: { yours: `${subject} told in 3 to 7 days.`, like: 'had word sooner' },
  d14: { yours: `${subject} told in 8 to 14 days.`, like: 'had word sooner' },
  d30: { yours: `${subject} told in 15 to 30 days.`, like: 'had word sooner' },
  d45: { yours: `${subject} told in 31 to 45 days.`, like: 'had word sooner' },
  later: { yours: `${subject} told after more than 45 days.`, like: 'had word sooner' },
  d90: { yours: `${subject} told in 46 to 90 days.`, like: 'had word sooner' },
  gt90: { yours: `${subject} told after more than 90 days.`, like: 'had word sooner' },
  never: { yours: `${subject} not told.`, like: 'had no word either' },
});
