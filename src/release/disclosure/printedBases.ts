import { isInside } from '../basesInside.ts';
import type { Changing } from './changeSince.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { categoryOf, everybodyOf, type Partition } from './partition.ts';
import { sumOfGroups } from './rowsOf.ts';
import type { Protected } from './protection.ts';
import type { Before } from './tooFew.ts';

/** Which people’s numbers a reader has from a table: everybody in it, and whom its groups make. */

const unionsOf = ({ unions = new Map<string, readonly string[]>() }: Partition) => [...unions];

/** The exact sizes of all people that have a name, told or not: bases, and those of them who answered. */
export const everybodyIn = (partitions: readonly Partition[]): ReadonlyMap<string, Changing> =>
  new Map(
    partitions.flatMap((partition) => [
      [partition.population, sumOfGroups(everybodyOf(partition))] as const,
      ...Object.values(partition.categories).flatMap((group) =>
        group.population === undefined ? [] : [[group.population, group] as const],
      ),
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

/** Whose number a table tells when it shows these of its groups: everybody in it, a cut but for those left over. */
export function toldWith(partition: Partition, shown: readonly string[]): readonly string[] {
  if (shown.length === 0) return [];
  const named = shown.flatMap((code) => categoryOf(partition, code).population ?? []);
  const sums = unionsOf(partition).flatMap(([base, codes]) => (tells(partition, codes, shown) ? [base] : []));
  return [...new Set([partition.population, ...named, ...sums])];
}

/** Whose number a release tells anew by a table. */
export const toldAnew = ({ partition, ledger }: Protected): readonly string[] =>
  toldWith(
    partition,
    ledger.flatMap(({ shown, category }) => (shown && category in partition.categories ? [category] : [])),
  );

/** The number of some people as an earlier release told it, under the name that they have now. */
export interface ToldBefore extends Before {
  readonly name: string;
}

/** Every number of people that earlier releases told, and that is still readable. */
export const toldBefore = (partitions: readonly Partition[], ledger: Ledger): readonly ToldBefore[] =>
  partitions.flatMap((partition) =>
    ledger.vintagesOf(partition.table).flatMap((release) => {
      const row = (code: string) => ledger.rowOf(release, partition.table, code);
      const codes = Object.keys(partition.categories);
      const partsOf = (name: string): readonly string[] =>
        partition.unions?.get(name) ??
        codes.filter((code) => categoryOf(partition, code).population === name);
      const was = { ...partition, rest: { ...partition.rest, n: row(REST).n } };
      const shown = codes.filter((code) => row(code).shown);
      return toldWith(was, shown).map((name) => ({
        name,
        release,
        n:
          name === partition.population
            ? row(TOTAL).n
            : partsOf(name).reduce((sum, code) => sum + row(code).n, 0),
      }));
    }),
  );

/** How many bases are around this one. */
export const depthOf = (base: string, others: Iterable<string>): number =>
  [...others].filter((other) => isInside(base, other)).length;
