import { changeSince } from './changeSince.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { categoryOf, everybodyOf, populationOf, type Group, type Partition } from './partition.ts';
import { isSafeGroup } from './thresholds.ts';

/** Why a table is not renewed: which of its groups would differ by too few people from which release. */
export interface Hold {
  readonly group: string;
  readonly since: string;
}

/**
 * Checks the groups that a reader can compare between an earlier release and this one: the categories both show, the
 * total, and the remainder (the coarsest common partition). A category that only one of them shows is part of the
 * remainder. Of an overall table the remainder gave no answer, and is not protected further (protocol 2.5).
 */
function sinceOwn(
  partition: Partition,
  shown: readonly string[],
  ledger: Ledger,
  vintage: string,
): Hold | null {
  const { table, segment } = partition;
  const before = (code: string) => ledger.rowOf(vintage, table, code);
  const common = shown.filter((code) => before(code).shown);
  const change = (groups: readonly Group[], n: number, code: string) =>
    isSafeGroup(changeSince(groups, vintage, n, `${table}, ${code}`))
      ? null
      : { group: code, since: vintage };
  const total = change(everybodyOf(partition), before(TOTAL).n, TOTAL);
  if (total !== null) return total;
  for (const code of common) {
    const hold = change([categoryOf(partition, code)], before(code).n, code);
    if (hold !== null) return hold;
  }
  if (segment === null) return null;
  const left = Object.keys(partition.categories).filter((code) => !common.includes(code));
  const leftBefore = [...left, REST].reduce((sum, code) => sum + before(code).n, 0);
  const leftNow = [...left.map((code) => categoryOf(partition, code)), partition.rest];
  return change(leftNow, leftBefore, REST);
}

/** The same people in another table of an earlier release: no change, or at least ten people. */
function sinceOthers(partition: Partition, shown: readonly string[], ledger: Ledger): Hold | null {
  const people: (readonly [code: string, name: string, groups: readonly Group[]])[] = [
    [TOTAL, partition.population, everybodyOf(partition)],
    ...shown.map((code) => {
      const group = categoryOf(partition, code);
      return [code, populationOf(partition, code, group), [group]] as const;
    }),
  ];
  for (const [code, name, groups] of people) {
    const others = ledger.ofPopulation(name).filter((row) => row.shown && row.table !== partition.table);
    for (const { release, n, table } of others) {
      if (!isSafeGroup(changeSince(groups, release, n, `${partition.table}, ${code} (as in ${table})`)))
        return { group: code, since: release };
    }
  }
  return null;
}

/**
 * P6: a table is renewed only if, compared with every release it was renewed in before, no one or at least ten people
 * came or left in each group that a reader can compare. Otherwise the whole table is carried over, because one renewed
 * group would disclose the others by subtraction from the total. Tables of the same people are compared too.
 * @param shown the codes that the base and residual rules allow.
 * @returns null when the table may be renewed.
 * @throws {ReleaseError} when the ledger and the tally do not belong together.
 */
export function changeRule(partition: Partition, shown: readonly string[], ledger: Ledger): Hold | null {
  for (const vintage of ledger.vintagesOf(partition.table).toReversed()) {
    const hold = sinceOwn(partition, shown, ledger, vintage);
    if (hold !== null) return hold;
  }
  return sinceOthers(partition, shown, ledger);
}
