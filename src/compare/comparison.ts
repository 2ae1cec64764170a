import type { EstimateDefinition } from '../release/series.ts';

/** One person’s answer beside what a release publishes, in words. It is made on the person’s device and stays there. */
export interface Comparison {
  /** The chart it is about, which is shown with it: what a person may share is its page, never this. */
  readonly chart: ComparedChart;
  /** In counts, without a judgement; or why there is nothing to set beside the answer. */
  readonly sentence: string;
  /** A second sentence in smaller type. */
  readonly detail?: string;
  /** Where in the chart the person stands, named as the chart names it; missing where it has no place for the answer. */
  readonly you?: string;
}

export type ComparedChart = Pick<EstimateDefinition, 'name' | 'slug'>;
