import type { ReleaseSeries } from '../../release/findSeries.ts';
import { MINIMUM_BASE } from '../../statistics/precision.ts';

const words: Readonly<Record<ReleaseSeries['status'], string>> = {
  published: 'shown',
  small_base: `too few: under ${MINIMUM_BASE}`,
  withheld: 'withheld',
};

/** What a release does with a series, and of which release its numbers are. */
export const statusInWords = ({ status, carried, vintage }: ReleaseSeries): string =>
  carried && vintage !== null ? `${words[status]}, as of ${vintage}` : words[status];
