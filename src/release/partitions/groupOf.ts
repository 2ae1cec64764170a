import type { Group } from '../disclosure/partition.ts';
import type { Pick } from './readCounts.ts';

/**
 * One group of people, from counts that exclude each other.
 * @param names the counts that make its n
 * @param x for each indicator, the counts that make it
 */
export const groupOf = (
  pick: Pick,
  names: readonly string[],
  x: Readonly<Record<string, readonly string[]>>,
): Group => ({
  n: pick.count(names),
  x: Object.fromEntries(Object.entries(x).map(([name, parts]) => [name, pick.count(parts)])),
  added: pick.added(names),
});

/** Those of a group who are not in a part of it. */
export const without = (all: Group, part: Group): Group => ({
  n: all.n - part.n,
  x: {},
  added: Object.fromEntries(Object.entries(all.added).map(([id, n]) => [id, n - (part.added[id] ?? 0)])),
});
