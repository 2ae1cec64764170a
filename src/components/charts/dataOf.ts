import { tableOf } from '../../release/tables.ts';

/**
 * Names the answers that the numbers of an element are of, so that anybody’s program can recompute them: the value of
 * the attribute `data-of`, which scripts/recompute.ts reads. The series is named as in estimates.csv.
 */
export const dataOf = (estimate: string, series: string, cells: readonly string[]): string =>
  [estimate, tableOf(estimate, series)?.seriesName ?? series, ...cells].join(' ');
