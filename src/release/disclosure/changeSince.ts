import type { Group } from './partition.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** The counts of a group that a change is computed from. */
export type Changing = Pick<Group, 'n' | 'added'>;

/**
 * How many people of a group are new since a release.
 * @throws {ReleaseError} when the tally does not say.
 */
export function addedSince({ added }: Changing, release: string, name: string): number {
  const found = added[release];
  if (found === undefined)
    throw new ReleaseError(
      `${name}: the tally does not say who is new since ${release}; run it with every release in the ledger.`,
    );
  return found;
}

/**
 * How many people came plus how many left since a release in which these groups together had `before` people. One in and
 * one out are two changes, although n is the same.
 * @throws {ReleaseError} as `addedSince` does, and when the counts contradict the ledger.
 */
export function changeSince(
  groups: readonly Changing[],
  release: string,
  before: number,
  name: string,
): number {
  let added = 0;
  let now = 0;
  for (const group of groups) {
    added += addedSince(group, release, name);
    now += group.n;
  }
  const removed = before + added - now;
  if (removed < 0)
    throw new ReleaseError(
      `${name}: ${now} people now cannot come from ${before} in the release ${release} and ${added} new ones. The ledger and the database are not of the same survey: use the database that it was made from, or restore release_cells from its backup.`,
    );
  return added + removed;
}
