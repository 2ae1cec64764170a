/** What a page, or a part of one, is. The words stand before its title. */
export const kinds = {
  essay: 'Essay',
  chart: 'Chart',
  study: 'What others counted',
  question: 'Question',
  page: 'Page',
} as const;

export type Kind = keyof typeof kinds;

/** A page, or a part of one, as the search knows it. */
export interface Entry {
  readonly kind: Kind;
  /** Where it is on this host, with the fragment of the part: `/why/essays/the-letter/#what-it-says` */
  readonly href: string;
  readonly title: string;
  /** The heading of the part, or the group of a cut; empty of a page as a whole. */
  readonly part: string;
  /** What stands beside the title: who was asked, who counted. */
  readonly beside: string;
  /** What else it may be found by, and is shown of it. */
  readonly text: string;
  /** What it may be found by and is not shown: what is said of a study and is wrong. */
  readonly also?: string;
}
