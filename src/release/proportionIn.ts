import { wilson, type Proportion } from '../statistics/wilson.ts';
import { hasMinimumBase } from './disclosure/thresholds.ts';
import { catalogue, seriesIn } from './catalogue.ts';
import { countOf, findSeries } from './findSeries.ts';
import type { Release } from './release.ts';

/**
 * The share of some answers of a series, from its printed counts, with its range.
 * @returns null where the release prints no count, or too small a base for a percentage.
 * @throws Error when the release lacks the series, or the series an answer.
 */
export function proportionIn(
  release: Release,
  {
    estimate,
    series,
    cells,
  }: { readonly estimate: string; readonly series: string; readonly cells: readonly string[] },
): Proportion | null {
  const found = findSeries(release, estimate, series);
  if (found.status !== 'published' || !hasMinimumBase(found.n_answered)) return null;
  const definition = catalogue.flatMap((entry) =>
    entry.id === estimate ? [seriesIn(entry, series)] : [],
  )[0];
  const x = countOf(found, definition ?? { indicators: [] }, cells);
  return x === undefined ? null : wilson(x, found.n_answered);
}
