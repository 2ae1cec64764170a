import type { Ledger, LedgerRow } from './disclosure/ledger.ts';
import type { Partition } from './disclosure/partition.ts';
import { protect } from './disclosure/protect.ts';
import type { ReleaseRequest, Withholding } from './disclosure/protection.ts';
import { dueSides, type SideDue } from './dueSides.ts';
import { chainPartitions } from './partitions/chainPartitions.ts';
import { overallPartition } from './partitions/overallPartition.ts';
import { readCounts } from './partitions/readCounts.ts';
import { segmentPartition } from './partitions/segmentPartition.ts';
import { release, type Release } from './release.ts';
import { tables as catalogueTables } from './tables.ts';
import type { Tally } from './tally.ts';
import { verifyRelease } from './verify/verifyRelease.ts';

/** What a release is made from. */
export interface ReleaseSource {
  readonly tally: Tally;
  readonly head: Omit<Release, 'tables'>;
  /** Earlier releases, oldest first: the days given to the tally were theirs. None for a sample. */
  readonly earlier: readonly Release[];
  readonly ledger: Ledger;
}

/** A release that may be written, the new rows of the private ledger, and which rule withheld what. */
export interface MadeRelease {
  readonly release: Release;
  readonly ledger: readonly LedgerRow[];
  readonly withheld: readonly Withholding[];
  readonly sides: readonly SideDue[];
}

/**
 * Every table of a release in the form the disclosure rules take, exact and private.
 * @param releases the ids of the earlier releases, in the order of the days that were given to the tally
 * @throws {ReleaseError} when the tally is of another catalogue or its counts are impossible, saying which.
 */
function partitionsOf(tally: Tally, releases: readonly string[]): readonly Partition[] {
  const counts = {
    job_seeker: readCounts(tally, 'job_seeker', releases),
    employer: readCounts(tally, 'employer', releases),
  };
  return [
    ...chainPartitions('job_seeker', counts.job_seeker),
    ...chainPartitions('employer', counts.employer),
    ...catalogueTables.map((table) => {
      const own = counts[table.series.side];
      return table.segment === null
        ? overallPartition(table, own)
        : segmentPartition(table, table.segment, own);
    }),
  ];
}

/**
 * The one way from a tally to a release: disclosure rules, then everything that is checked before it may be written.
 * Pure; writes nothing.
 * @throws {ReleaseError} when the counts are impossible, an earlier release or the ledger was edited, or the result would
 * disclose a person. Each names the table and cell and what to do.
 */
export function makeRelease({ tally, head, earlier, ledger }: ReleaseSource): MadeRelease {
  const partitions = partitionsOf(
    tally,
    earlier.map(({ id }) => id),
  );
  const sides = dueSides(partitions, ledger);
  const request: ReleaseRequest = {
    release: head.id,
    partitions,
    earlier,
    ledger,
    due: new Set(sides.filter(({ isDue }) => isDue).map(({ side }) => side)),
  };
  const { tables, withheld, ledger: rows } = protect(request);
  verifyRelease(request, tables, rows);
  return { release: release.parse({ ...head, tables }), ledger: rows, withheld, sides };
}

/** The text of release.json: stable order, one table a line so that `git diff` can be read, a newline at the end. */
export function releaseText({ tables, ...head }: Release): string {
  const text = JSON.stringify(head);
  const lines = tables.map((table) => JSON.stringify(table));
  return `${text.slice(0, -1)},"tables":[\n${lines.join(',\n')}\n]}\n`;
}
