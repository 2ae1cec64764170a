import { catalogue } from '../catalogue.ts';
import { everySegment } from '../segments.ts';
import { checkLedger } from './checkLedger.ts';
import { checkPartition } from './checkPartition.ts';
import { categoryOf, CHANNEL, everybodyOf, FATE, populationOf, RULE, type Partition } from './partition.ts';
import type { Protection, ReleaseRequest } from './protection.ts';
import { nestedRule } from './nestedRule.ts';
import { protectTable } from './protectTable.ts';
import { samePeople } from './samePeople.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** The variables by which it is said who answered (E16). */
const compositionVariables = catalogue.flatMap(({ series }) =>
  series.flatMap(({ partedBy }) => (partedBy === undefined ? [] : [partedBy])),
);

/** P2: the only variables a table may be cut by, one at a time, and the cuts of responses. */
export const segmentVariables: readonly string[] = [
  ...new Set([...everySegment, ...compositionVariables, FATE, RULE, CHANNEL]),
];

/**
 * P2: a table is overall or cut by one variable of the list, and no table comes twice.
 * @throws {ReleaseError} naming the table.
 */
export function segmentRule(partitions: readonly Partition[]): void {
  const seen = new Set<string>();
  for (const { table, segment } of partitions) {
    if (segment !== null && !segmentVariables.includes(segment))
      throw new ReleaseError(
        `${table} is cut by ${segment}; only ${segmentVariables.join(', ')} may cut a table.`,
      );
    if (seen.has(table)) throw new ReleaseError(`${table} is in the tally twice.`);
    seen.add(table);
  }
}

/**
 * The same people must be as many in every table that counts them.
 * @throws {ReleaseError} naming two tables that disagree.
 */
export function checkPopulations(partitions: readonly Partition[]): void {
  const known = new Map<string, { readonly n: number; readonly table: string }>();
  for (const partition of partitions) {
    const { table, population, categories } = partition;
    const groups = Object.keys(categories).map((code) => {
      const group = categoryOf(partition, code);
      return [populationOf(partition, code, group), group.n] as const;
    });
    for (const [name, n] of [
      [population, everybodyOf(partition).reduce((sum, { n }) => sum + n, 0)] as const,
      ...groups,
    ]) {
      const other = known.get(name);
      if (other !== undefined && other.n !== n)
        throw new ReleaseError(
          `${table} counts ${n} people where ${other.table} counts ${other.n} of the same. Run the tally again in one transaction.`,
        );
      known.set(name, { n, table });
    }
  }
}

/**
 * The only way from exact counts to a release: P1 to P7 and P11 on each table, P11 on those of the same people, then P12 on all. A pure function; it writes nothing.
 * @throws {ReleaseError} when a count is impossible, an earlier release or a row of the ledger is missing or was edited, or a
 * table is not allowed. Each names the table and cell and what to do; nothing may be written then.
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
  const alone = partitions.map((partition) => ({ partition, ...protectTable(partition, request) }));
  const together = samePeople(alone, release);
  const held = nestedRule(request, together);
  const made = together.map((one) =>
    held.has(one.partition.table) ? protectTable(one.partition, request, held) : one,
  );
  return {
    tables: made.flatMap(({ tables }) => tables),
    withheld: made.flatMap(({ withheld }) => withheld),
    ledger: made.flatMap((one) => one.ledger),
  };
}
