import { REST, TOTAL, type LedgerRow } from './ledger.ts';
import { categoryOf, everybodyOf, populationOf, type Group, type Partition } from './partition.ts';

/** The counts of several groups added up. A count that not all of them have is left out. */
export function sumOfGroups(groups: readonly Group[]): Group {
  const sumOf = (records: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
    const sums: Record<string, number> = {};
    for (const key of Object.keys(records[0] ?? {})) {
      if (records.every((record) => record[key] !== undefined))
        sums[key] = records.reduce((sum, record) => sum + (record[key] ?? 0), 0);
    }
    return sums;
  };
  return {
    n: groups.reduce((sum, { n }) => sum + n, 0),
    x: sumOf(groups.map(({ x }) => x)),
    added: sumOf(groups.map(({ added }) => added)),
  };
}

/** The ledger’s rows for a table that is renewed: its total, each category, and the people in none. */
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
    // An overall table prints how many gave no answer; a cut prints only what it shows.
    row(REST, rest, `${table} ${REST}`, segment === null),
  ];
}
