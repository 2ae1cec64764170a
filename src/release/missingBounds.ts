import { worstCase } from '../statistics/worstCase.ts';
import { missingCodes } from '../survey/missingCodes.ts';
import { UNKNOWN } from './cells.ts';
import type { ReleaseSeries } from './findSeries.ts';
import type { Indicator, SeriesDefinition } from './series.ts';

/** What a headline could be if everyone had answered; `lower` and `upper` run from 0 to 1. */
export interface MissingBounds {
  readonly indicator: Indicator;
  /** The headline itself: `x` of the `n` who answered. */
  readonly x: number;
  readonly n: number;
  readonly missing: number;
  readonly lower: number;
  readonly upper: number;
}

/** Whether people counted beside a base did not say: a missing code, or what several of them together make unknown. */
export const isMissing = (code: string): boolean =>
  code === UNKNOWN || missingCodes.some((missing) => missing === code);

/**
 * Worst-case bounds for the headlines of a series with many missing answers: don’t know, somebody else knows, prefer not to
 * say, blank. Other asides (“The job was dropped”, “There were none”) are answers, and not missing (protocol 2.5).
 * @returns nothing for a series in which few are missing, or which is not published.
 */
export function missingBounds(series: SeriesDefinition, published: ReleaseSeries): readonly MissingBounds[] {
  if (published.status !== 'published') return [];
  const missing = Object.entries(published.asides)
    .filter(([code]) => isMissing(code))
    .reduce((sum, [, x]) => sum + x, 0);
  const n = published.n_answered;
  return series.indicators.flatMap((indicator) => {
    const x = indicator.cells.reduce((sum, code) => sum + (published.counts[code] ?? 0), 0);
    const bounds = worstCase(x, n - x, missing);
    return bounds?.mustShow === true
      ? [{ indicator, x, n, missing, lower: bounds.lower, upper: bounds.upper }]
      : [];
  });
}
