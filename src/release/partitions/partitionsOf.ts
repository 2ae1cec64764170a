import type { Partition } from '../disclosure/partition.ts';
import { tables as catalogueTables } from '../tables.ts';
import type { Tally } from '../tally.ts';
import { chainPartitions } from './chainPartitions.ts';
import { compositionPartition } from './compositionPartition.ts';
import { overallPartition } from './overallPartition.ts';
import { readCounts } from './readCounts.ts';
import { segmentPartition } from './segmentPartition.ts';

/**
 * Every table of a release in the form the disclosure rules take, exact and private.
 * @param releases the ids of the earlier releases, in the order of the days that were given to the tally
 * @throws {ReleaseError} when the tally is of another catalogue or its counts are impossible, saying which.
 */
export function partitionsOf(tally: Tally, releases: readonly string[]): readonly Partition[] {
  const counts = {
    job_seeker: readCounts(tally, 'job_seeker', releases),
    employer: readCounts(tally, 'employer', releases),
  };
  return [
    ...chainPartitions('job_seeker', counts.job_seeker),
    ...chainPartitions('employer', counts.employer),
    ...catalogueTables.map((table) => {
      const own = counts[table.series.side];
      const { partedBy } = table.series;
      if (partedBy !== undefined) return compositionPartition(table, partedBy, own);
      return table.segment === null
        ? overallPartition(table, own)
        : segmentPartition(table, table.segment, own);
    }),
  ];
}
