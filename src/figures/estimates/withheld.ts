import type { ReleaseSeries } from '../../release/findSeries.ts';
import type { SeriesDefinition } from '../../release/series.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { whyWithheld } from './whyWithheld.ts';

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
