import { changeSince } from './changeSince.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { categoryOf, everybodyOf, populationOf, type Group, type Partition } from './partition.ts';
import { isSafeGroup } from './thresholds.ts';

/** Why a table stays as it was: which of its groups would differ by too few people from which release. */
export interface Hold {
  readonly group: string;
  readonly since: string;
}

/**
 * The groups a reader can tell apart both in an earlier release and in this one: what both show, everybody together,
 * and what is left (the coarsest common partition). A category that moved into publication, or out of it, is
 * part of what is left. Overall tables print what is left as answers of their own.
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

/** The same people, shown by another table in an earlier release, differ by nobody or by at least ten. */
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
 * P6: a table is renewed only when, against every release it was ever renewed in, the people who came or left are
 * nobody or at least ten in each group a reader can tell apart; else the whole of it stays as it was, for one
 * renewed group would give the others back from the total. Tables of the same people are held to each other.
 * @param shown the codes that base and residual rule let be shown.
 * @returns null when the table may be renewed.
 * @throws Error when the ledger and the tally do not belong together.
 */
export function changeRule(partition: Partition, shown: readonly string[], ledger: Ledger): Hold | null {
  for (const vintage of ledger.vintagesOf(partition.table).toReversed()) {
    const hold = sinceOwn(partition, shown, ledger, vintage);
    if (hold !== null) return hold;
  }
  return sinceOthers(partition, shown, ledger);
}
