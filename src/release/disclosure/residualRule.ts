import { categoryOf, type Partition } from './partition.ts';
import { isSafeGroup } from './thresholds.ts';

/** The number of people in no category that is shown. Whoever knows the total can work it out. */
const residual = (partition: Partition, shown: readonly string[]): number =>
  Object.entries(partition.categories)
    .filter(([code]) => !shown.includes(code))
    .reduce((sum, [, { n }]) => sum + n, partition.rest.n);

/**
 * P4: everybody not shown together must be nobody or at least ten; until then the smallest group that is shown joins
 * them. Overall tables print whom they leave out, so there is nothing to work out.
 * @returns the codes that may still be shown.
 */
export function residualRule(partition: Partition, shown: readonly string[]): readonly string[] {
  if (partition.segment === null || isSafeGroup(residual(partition, shown))) return shown;
  const size = (code: string): number => categoryOf(partition, code).n;
  const smallest = shown.toSorted((a, b) => size(a) - size(b))[0];
  return smallest === undefined
    ? shown
    : residualRule(
        partition,
        shown.filter((code) => code !== smallest),
      );
}
