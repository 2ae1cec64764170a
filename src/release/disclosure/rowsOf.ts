import { REST, TOTAL, type LedgerRow } from './ledger.ts';
import { categoryOf, everybodyOf, populationOf, type Partition } from './partition.ts';
import { sumOfGroups } from './sumOfGroups.ts';

/** What the ledger remembers of a table that is renewed: everybody, each category, and those in none. */
export function rowsOf(partition: Partition, shown: readonly string[], release: string): LedgerRow[] {
  const { table, segment, categories, rest, population } = partition;
  const row = (category: string, group: Partition['rest'], name: string, isShown: boolean): LedgerRow => {
    const { n, x, added } = group;
    return {
      release,
      table,
      category,
      population: name,
      n,
      x: { ...x },
      added: { ...added },
      shown: isShown,
    };
  };
  return [
    row(TOTAL, sumOfGroups(everybodyOf(partition)), population, true),
    ...Object.keys(categories).map((code) => {
      const group = categoryOf(partition, code);
      return row(code, group, populationOf(partition, code, group), shown.includes(code));
    }),
    // Overall, those left out are printed by reason.
    row(REST, rest, `${table} ${REST}`, segment === null),
  ];
}
