import { FIRST_RELEASE, MINIMUM_BASE } from '../../release/disclosure/thresholds.ts';
import type { ReleaseSeries } from '../../release/findSeries.ts';
import type { SeriesDefinition } from '../../release/series.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';

/** What the blank says where a series is not shown. A side that was never released has no vintage yet (protocol 3.3, P1). */
export function whyWithheld({ status, vintage }: Pick<ReleaseSeries, 'status' | 'vintage'>): string {
  if (vintage === null) return `Too few answers yet: under ${FIRST_RELEASE} on this side`;
  if (status === 'small_base') return `Too few answers yet: under ${MINIMUM_BASE}`;
  return 'Held back, so that nobody can be worked out';
}

/** A group that is not shown, and why, in the words of every chart. */
export const withheld = (
  { id, side, label, shortLabel }: SeriesDefinition,
  published: Pick<ReleaseSeries, 'status' | 'vintage'> & Partial<Pick<ReleaseSeries, 'carried'>>,
): Withheld => ({
  id,
  side,
  label,
  shortLabel,
  withheld: true,
  because: whyWithheld(published),
  ...dated({ carried: false, ...published }),
});
