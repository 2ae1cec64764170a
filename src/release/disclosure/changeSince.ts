import type { Group } from './partition.ts';

/**
 * How many people came into a group or left it since a release in which it held `before`.
 * Both ways count: one in and one out is two people, though n is the same.
 * @throws Error when the tally does not say who is new since then, or when more are left than can be.
 */
export function changeSince(group: Group, release: string, before: number, name: string): number {
  const added = group.added[release];
  if (added === undefined)
    throw new Error(
      `${name}: the tally does not say who is new since ${release}; run it with every release in the ledger.`,
    );
  const removed = before + added - group.n;
  if (removed < 0)
    throw new Error(
      `${name}: ${group.n} people now cannot come from ${before} in the release ${release} and ${added} new ones. The ledger and the database are not of the same survey, or somebody left out before was let in again.`,
    );
  return added + removed;
}
