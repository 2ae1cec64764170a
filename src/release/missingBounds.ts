import { worstCase } from '../statistics/worstCase.ts';
import { mostUnsaid, type ReleaseSeries } from './findSeries.ts';
import type { Indicator, SeriesDefinition } from './series.ts';

/** What a headline could be if everyone had answered; `lower` and `upper` run from 0 to 1. */
export interface MissingBounds {
  readonly indicator: Indicator;
  /** The headline itself: `x` of the `n` who answered. */
  readonly x: number;
  readonly n: number;
  /** How many did not say; null: one to nine, and the bounds are those of nine. */
  readonly missing: number | null;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Worst-case bounds for the headlines of a series with many missing answers: don’t know, somebody else knows, prefer not to
 * say, blank (protocol 2.5).
 * @returns nothing for a series in which few are missing, or which is not published.
 */
export function missingBounds(series: SeriesDefinition, published: ReleaseSeries): readonly MissingBounds[] {
  if (published.status !== 'published') return [];
  const { n_answered: n, unsaid: missing } = published;
  return series.indicators.flatMap((indicator) => {
    const headline = published.headlines[indicator.id];
    if (headline?.status !== 'published') return [];
    const { x } = headline;
    const bounds = worstCase(x, n - x, mostUnsaid(published));
    return bounds?.mustShow === true
      ? [{ indicator, x, n, missing, lower: bounds.lower, upper: bounds.upper }]
      : [];
  });
}
