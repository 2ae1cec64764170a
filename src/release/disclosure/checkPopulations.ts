import { categoryOf, everybodyOf, populationOf, type Partition } from './partition.ts';
import { ReleaseError } from '../ReleaseError.ts';

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
