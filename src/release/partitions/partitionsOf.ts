import type { Partition } from '../disclosure/partition.ts';
import { tables } from '../tables.ts';
import type { Tally } from '../tally.ts';
import { chainPartitions } from './chainPartitions.ts';
import { overallPartition } from './overallPartition.ts';
import { readCounts } from './readCounts.ts';
import { segmentPartition } from './segmentPartition.ts';

/**
 * Every table of a release as the rules of disclosure take it, exact and private.
 * @param releases the ids of the earlier releases, in the order of the days that were given to the tally
 * @throws Error when the tally is not of this catalogue or its counts cannot be, saying which.
 */
export function partitionsOf(tally: Tally, releases: readonly string[]): readonly Partition[] {
  const counts = {
    job_seeker: readCounts(tally, 'job_seeker', releases),
    employer: readCounts(tally, 'employer', releases),
  };
  return [
    ...chainPartitions('job_seeker', counts.job_seeker),
    ...chainPartitions('employer', counts.employer),
    ...tables.map((table) => {
      const own = counts[table.series.side];
      return table.segment === null
        ? overallPartition(table, own)
        : segmentPartition(table, table.segment, own);
    }),
  ];
}
