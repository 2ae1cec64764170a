import { count } from '../../figures/percent.ts';
import type { ReleaseSeries } from '../../release/findSeries.ts';

/** How many answered the series of an estimate, at a glance: “n = 87”, “n = 55 to 120”, or that nothing is shown. */
export function baseSizes(all: readonly ReleaseSeries[]): string {
  const sizes = all.flatMap((series) => (series.status === 'published' ? [series.n_answered] : []));
  if (sizes.length === 0) return 'too few answers yet';
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return least === most ? `n = ${count(least)}` : `n = ${count(least)} to ${count(most)}`;
}
