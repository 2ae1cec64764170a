import type { ReleaseSeries } from '../../release/findSeries.ts';
import type { Dated } from '../parts.ts';

/** The release that a series was carried over from, if it was. */
export const dated = ({ carried, vintage }: Pick<ReleaseSeries, 'carried' | 'vintage'>): Dated =>
  carried && vintage !== null ? { asOf: vintage } : {};

/** The same as words go on after a number: “, as of 2026-11”; nothing where it is of the release that is shown. */
export const datedInWords = ({ asOf }: Dated): string => (asOf === undefined ? '' : `, as of ${asOf}`);
