import { changeSince } from '../disclosure/changeSince.ts';
import { TOTAL } from '../disclosure/ledger.ts';
import { categoryOf, everybodyOf, type Group, type Partition } from '../disclosure/partition.ts';
import type { ReleaseRequest } from '../disclosure/protection.ts';
import type { ShownTable } from '../disclosure/shown.ts';
import { MINIMUM_GROUP } from '../disclosure/thresholds.ts';

const moveAll = (counts: Readonly<Record<string, number>>, by: number): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count + by]));

/** One more person, new since every release; with every indicator or with none. */
const arrived = (group: Group, yes: boolean): Group => ({
  ...group,
  n: group.n + 1,
  x: yes ? moveAll(group.x, 1) : group.x,
  added: moveAll(group.added, 1),
});

/** One person fewer, either new since every release or in all of them; null where the group has no such person. */
function departed(group: Group, yes: boolean, newcomer: boolean): Group | null {
  const possible = Object.values(group.x).every((x) => (yes ? x > 0 : x < group.n));
  const some = Object.values(group.added).every((added) => (newcomer ? added > 0 : added < group.n));
  if (group.n === 0 || !possible || !some) return null;
  return {
    ...group,
    n: group.n - 1,
    x: yes ? moveAll(group.x, -1) : group.x,
    added: newcomer ? moveAll(group.added, -1) : group.added,
  };
}

const changes: readonly ((group: Group) => Group | null)[] = [true, false].flatMap((yes) => [
  (group: Group) => arrived(group, yes),
  (group: Group) => departed(group, yes, true),
  (group: Group) => departed(group, yes, false),
]);

/** The partition with one person more or fewer, in each place and with each answer that person could have. */
function* neighbours(partition: Partition): Generator<Partition> {
  for (const change of changes) {
    for (const code of Object.keys(partition.categories)) {
      const group = change(categoryOf(partition, code));
      if (group !== null) yield { ...partition, categories: { ...partition.categories, [code]: group } };
    }
    const rest = change(partition.rest);
    if (rest !== null) yield { ...partition, rest };
  }
}

function pending(partition: Partition, { ledger }: ReleaseRequest): number | null {
  const latest = ledger.vintagesOf(partition.table).at(-1);
  if (latest === undefined) return null;
  const { n } = ledger.rowOf(latest, partition.table, TOTAL);
  return changeSince(everybodyOf(partition), latest, n, `${partition.table}, ${TOTAL}`);
}

/**
 * V3: makes every table with and without one person, wherever that person could be, and returns those whose bytes
 * differ although fewer than ten changes are pending either way: comparing two releases must not disclose that one
 * response was added or withdrawn.
 * @param publish What makes a table: `(table) => protectTable(table, request).tables`.
 * @returns the tables that would disclose it.
 */
export function canary(
  request: ReleaseRequest,
  publish: (partition: Partition) => readonly ShownTable[],
): readonly string[] {
  const bytes = (partition: Partition): string => JSON.stringify(publish(partition));
  return request.partitions
    .filter((partition) => {
      const few = (one: Partition): boolean => (pending(one, request) ?? MINIMUM_GROUP) < MINIMUM_GROUP;
      if (!few(partition)) return false;
      const before = bytes(partition);
      return neighbours(partition).some((other) => few(other) && bytes(other) !== before);
    })
    .map(({ table }) => table);
}
