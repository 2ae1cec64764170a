import { categoryOf, type Partition } from './partition.ts';
import { ReleaseError } from '../ReleaseError.ts';

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * Stops the release job before it writes when the counts of a table are impossible.
 * @throws {ReleaseError} naming the table and the cell, what is wrong and what to do.
 */
export function checkPartition(partition: Partition): void {
  const { table, segment, indicators, categories, rest } = partition;
  const refuse = (cell: string, problem: string): never => {
    throw new ReleaseError(
      `${table}, ${cell}: ${problem} Run the tally again and look at the migration it came from.`,
    );
  };
  const groups = [
    ...Object.keys(categories).map((code) => [code, categoryOf(partition, code)] as const),
    ['rest', rest] as const,
  ];
  for (const [code, { n, x, added }] of groups) {
    if (!isCount(n)) refuse(code, `${n} is not a number of people.`);
    for (const [release, count] of Object.entries(added)) {
      if (!isCount(count) || count > n) refuse(code, `${count} of ${n} cannot be new since ${release}.`);
    }
    for (const [indicator, count] of Object.entries(x)) {
      if (!isCount(count) || count > n) refuse(`${code} ${indicator}`, `${count} of ${n} cannot be.`);
    }
    if (segment === null && code === 'rest') {
      const sum = Object.values(x).reduce((total, count) => total + count, 0);
      if (sum !== n) refuse(code, `its reasons add up to ${sum} and not to ${n}.`);
      continue;
    }
    indicators.forEach((indicator, i) => {
      const count = x[indicator];
      const coarser = indicators[i - 1];
      if (count === undefined) refuse(`${code} ${indicator}`, 'there is no count.');
      else if (segment !== null && coarser !== undefined && count > (x[coarser] ?? n))
        refuse(`${code} ${indicator}`, `it lies inside ${coarser} and cannot be more.`);
    });
  }
}
