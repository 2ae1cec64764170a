import type { Group } from './partition.ts';

/** The counts of several groups as one. What only some of them know of is left out. */
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
