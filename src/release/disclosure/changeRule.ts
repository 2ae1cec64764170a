import { changeSince } from './changeSince.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { categoryOf, populationOf, type Group, type Partition } from './partition.ts';
import { sumOfGroups } from './sumOfGroups.ts';
import { isSafeGroup } from './thresholds.ts';

/** Why a table stays as it was: which of its groups would differ by too few people from which release. */
export interface Hold {
  readonly group: string;
  readonly since: string;
}

/** Everybody of a partition, as one group. */
export const totalOf = ({ categories, rest, population }: Partition): Group => ({
  ...sumOfGroups([...Object.values(categories), rest]),
  population,
});

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
  const change = (group: Group, n: number, code: string) =>
    isSafeGroup(changeSince(group, vintage, n, `${table}, ${code}`)) ? null : { group: code, since: vintage };
  const total = change(totalOf(partition), before(TOTAL).n, TOTAL);
  if (total !== null) return total;
  for (const code of common) {
    const hold = change(categoryOf(partition, code), before(code).n, code);
    if (hold !== null) return hold;
  }
  if (segment === null) return null;
  const left = Object.keys(partition.categories).filter((code) => !common.includes(code));
  const leftBefore = [...left, REST].reduce((sum, code) => sum + before(code).n, 0);
  const leftNow = sumOfGroups([...left.map((code) => categoryOf(partition, code)), partition.rest]);
  return change(leftNow, leftBefore, REST);
}

/** The same people shown by another table in an earlier release differ by nobody or by at least ten. */
function sinceOthers(partition: Partition, shown: readonly string[], ledger: Ledger): Hold | null {
  const groups = [
    [TOTAL, totalOf(partition)] as const,
    ...shown.map((code) => [code, categoryOf(partition, code)] as const),
  ];
  for (const [code, group] of groups) {
    const name = populationOf(partition, code, group);
    const others = ledger
      .ofPopulation(name)
      .filter(({ shown: isShown, table }) => isShown && table !== partition.table);
    for (const { release, n, table } of others) {
      if (!isSafeGroup(changeSince(group, release, n, `${partition.table}, ${code} (as in ${table})`)))
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
