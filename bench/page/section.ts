/** Rows of cells, the heads first. */
export type Table = readonly (readonly string[])[];

/** A promise of the project, what was found, and whether it holds; null where this run did not go far enough to tell. */
export interface Target {
  readonly promise: string;
  readonly found: string;
  readonly holds: boolean | null;
}

/** What a comparison found. */
export interface Found {
  /** How often each was measured, and in which order: “medians of 5 rounds, taken in turn”. */
  readonly rounds: string;
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
}

/** One comparison with its peers: a section of docs/benchmarks.md, and how it is measured. */
export interface Section {
  readonly title: string;
  /** What stands beside what, and how, in Markdown. */
  readonly about: string;
  /** How long it takes on two quiet cores. */
  readonly minutes: number;
  /** @param quick once and at the smallest size, to see that it works */
  readonly measure: (quick: boolean) => Promise<Found>;
}
