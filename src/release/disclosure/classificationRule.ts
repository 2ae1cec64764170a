import { REST, TOTAL, type Ledger } from './ledger.ts';
import type { Partition } from './partition.ts';
import { ReleaseError } from '../ReleaseError.ts';

/**
 * P7: the same categories for ever. Cutting a band anew gives the old one back by subtraction, so a changed band is
 * a new variable with a table of its own.
 * @throws {ReleaseError} naming the categories that came or went.
 */
export function classificationRule({ table, categories }: Partition, ledger: Ledger): void {
  const latest = ledger.vintagesOf(table).at(-1);
  if (latest === undefined) return;
  const before = new Set(ledger.rows.filter((row) => row.table === table).map(({ category }) => category));
  const changed = [...before.symmetricDifference(new Set([...Object.keys(categories), REST, TOTAL]))];
  if (changed.length > 0)
    throw new ReleaseError(
      `${table}: ${changed.join(', ')} came or went since ${latest}. Categories never change; give the new ones a variable and a table of their own.`,
    );
}
