import type { ReleaseSeries } from '../../release/findSeries.ts';
import type { Dated } from '../parts.ts';

/** The release that a series was carried over from, if it was. */
export const dated = ({ carried, vintage }: Pick<ReleaseSeries, 'carried' | 'vintage'>): Dated =>
  carried && vintage !== null ? { asOf: vintage } : {};
