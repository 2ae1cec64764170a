import type { Release } from '../release.ts';
import { tableFile, type TableFile } from './column.ts';
import { estimateColumns } from './estimateColumns.ts';
import { estimateLines } from './estimateLines.ts';
import type { House } from './house.ts';

/** estimates.csv: every number of a release, one line a measure and group. */
export const estimates = (release: Release, house: House): TableFile =>
  tableFile({
    name: 'estimates',
    title: 'Estimates',
    description:
      'Every number of the release: one line for each answer, headline and interval of each estimate, for everybody together and by one variable at a time. What is withheld has a line without numbers.',
    columns: estimateColumns,
    primaryKey: ['release', 'estimate_id', 'series', 'measure', 'option', 'segment_var', 'segment'],
    lines: estimateLines(release, house),
  });
