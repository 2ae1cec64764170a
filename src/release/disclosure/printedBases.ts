import { isBase, isInside } from '../basesInside.ts';
import type { Changing } from './changeSince.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { categoryOf, everybodyOf, type Partition } from './partition.ts';
import { sumOfGroups } from './rowsOf.ts';
import type { Before } from './tooFew.ts';

/** Which people’s numbers a reader has from a table: its whole where it is one of a base, and bases its groups make. */

const isWhole = ({ segment, printsRest }: Partition): boolean => segment === null || printsRest === true;

const unionsOf = ({ unions = new Map<string, readonly string[]>() }: Partition) => [...unions];

/** The exact sizes of all these people now, printed or not, by name. */
export const sizesOf = (partitions: readonly Partition[]): ReadonlyMap<string, Changing> =>
  new Map(
    partitions
      .filter(isWhole)
      .flatMap((partition) => [
        [partition.population, sumOfGroups(everybodyOf(partition))] as const,
        ...unionsOf(partition).map(
          ([base, codes]) => [base, sumOfGroups(codes.map((code) => categoryOf(partition, code)))] as const,
        ),
      ]),
  );

/** Whether groups that are shown tell the number of some: all of them are, or all the others and nobody is in no group. */
const tells = (partition: Partition, codes: readonly string[], shown: readonly string[]): boolean =>
  codes.every((code) => shown.includes(code)) ||
  (partition.rest.n === 0 &&
    Object.keys(partition.categories).every((code) => codes.includes(code) || shown.includes(code)));

/** The people whose number a table tells when these of its groups are shown. */
export function toldBy(partition: Partition, shown: readonly string[]): readonly string[] {
  if (shown.length === 0) return [];
  const named = shown.flatMap((code) => categoryOf(partition, code).population ?? []);
  const sums = unionsOf(partition).flatMap(([base, codes]) => (tells(partition, codes, shown) ? [base] : []));
  return [...new Set([...(isWhole(partition) ? [partition.population] : []), ...named, ...sums])];
}

/** The exact sizes of everybody whom a table counts as a whole, by name: bases, and those of them who answered. */
export const everybodyIn = (partitions: readonly Partition[]): ReadonlyMap<string, Changing> =>
  new Map([
    ...partitions.flatMap((partition) => [
      [partition.population, sumOfGroups(everybodyOf(partition))] as const,
      ...Object.values(partition.categories).flatMap((group) =>
        group.population === undefined ? [] : [[group.population, group] as const],
      ),
    ]),
    ...sizesOf(partitions),
  ]);

/** Whose number is told where a table shows these groups: a cut tells of everybody in it, but for those left over. */
export const toldWith = (partition: Partition, shown: readonly string[]): readonly string[] =>
  shown.length === 0 ? [] : [...new Set([partition.population, ...toldBy(partition, shown)])];

/** Every size of a base that an earlier release told and that is still readable, by the name of the base. */
export function toldBefore(
  partitions: readonly Partition[],
  ledger: Ledger,
): ReadonlyMap<string, readonly Before[]> {
  const rows = partitions.flatMap((partition) =>
    ledger.vintagesOf(partition.table).flatMap((release) => {
      const row = (code: string) => ledger.rowOf(release, partition.table, code);
      const codes = Object.keys(partition.categories);
      const was = { ...partition, rest: { ...partition.rest, n: row(REST).n } };
      const partsOf = (base: string): readonly string[] =>
        partition.unions?.get(base) ??
        codes.filter((code) => categoryOf(partition, code).population === base);
      const n = (base: string): number =>
        isWhole(partition) && base === partition.population
          ? row(TOTAL).n
          : partsOf(base).reduce((sum, code) => sum + row(code).n, 0);
      const shown = codes.filter((code) => row(code).shown);
      return toldBy(was, shown)
        .filter(isBase)
        .map((base) => ({ base, release, n: n(base) }));
    }),
  );
  return Map.groupBy(rows, ({ base }) => base);
}

/** How many bases are around this one. */
export const depthOf = (base: string, others: Iterable<string>): number =>
  [...others].filter((other) => isInside(base, other)).length;
