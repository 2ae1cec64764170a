import { everySegment } from '../segments.ts';
import { FATE, RULE, type Partition } from './partition.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** P2: the only variables a table may be cut by, one at a time; and what becomes of responses, by fate or by rule. */
export const segmentVariables = [...everySegment, FATE, RULE] as const;

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
