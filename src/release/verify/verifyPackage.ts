import { printedRows } from '../package/printedRows.ts';
import type { Release } from '../release.ts';
import { ReleaseError } from '../ReleaseError.ts';
import { scanRows } from './scanRows.ts';
import { scanSums } from './scanSums.ts';

/**
 * V1 on what the package will print, before anything is written: the counts of a release agree with each other, and every
 * line of estimates.csv with the tables.
 * @throws {ReleaseError} with the first problem, naming its table and group.
 */
export function verifyPackage(release: Release): void {
  const [problem] = [...scanSums(release), ...scanRows(printedRows(release), release.tables)];
  if (problem !== undefined)
    throw new ReleaseError(
      `Nothing was written: ${problem} This is a fault of the code that makes the package; do not publish by hand.`,
    );
}
