import { checkLedger } from './checkLedger.ts';
import { checkPartition } from './checkPartition.ts';
import { checkPopulations } from './checkPopulations.ts';
import type { Protection, ReleaseRequest } from './protection.ts';
import { protectTable } from './protectTable.ts';
import { segmentRule } from './segmentRule.ts';
import { ReleaseError } from '../ReleaseError.ts';

/**
 * The one way from exact counts to what a release may say: P1 to P7 in order, on every table. Pure; writes nothing.
 * @throws {ReleaseError} when a count cannot be, an earlier release or a row of the ledger is missing or was edited, or a
 * table is not one that may be made. Each says which table and cell, and what to do; nothing may be written then.
 */
export function protect(request: ReleaseRequest): Protection {
  const { release, partitions, earlier, ledger } = request;
  const latest = [...earlier.map(({ id }) => id), ...ledger.rows.map((row) => row.release)].toSorted().at(-1);
  if (latest !== undefined && release <= latest)
    throw new ReleaseError(
      `The release ${release} does not come after ${latest}; a release that was made stays as it is.`,
    );
  checkLedger(earlier, ledger);
  segmentRule(partitions);
  partitions.forEach(checkPartition);
  checkPopulations(partitions);
  const made = partitions.map((partition) => protectTable(partition, request));
  return {
    tables: made.flatMap(({ tables }) => tables),
    withheld: made.flatMap(({ withheld }) => withheld),
    ledger: made.flatMap((one) => one.ledger),
  };
}
