import type { EstimateDefinition } from '../release/series.ts';

/** One person’s answer beside what a release publishes, in words. It is made on the person’s device and stays there. */
export interface Comparison {
  /** The chart it is about, shown with it. Its page is what a person can share, never this comparison. */
  readonly chart: ComparedChart;
  /** How many others gave the same answer, without a judgement; or why there is nothing to compare. */
  readonly sentence: string;
  /** A second sentence in smaller type. */
  readonly detail?: string;
  /** The person’s place in the chart, in its own words; missing where it has none. */
  readonly you?: string;
}

export type ComparedChart = Pick<EstimateDefinition, 'name' | 'slug'>;
