import type { Release } from '../release.ts';
import { tableIn } from '../tableIn.ts';
import type { Numbers } from './estimateLine.ts';

/** What a release prints of how many people are in one group. */
export interface PrintedGroup {
  readonly vintage: string | null;
  readonly status: Numbers['status'];
  /** Null while withheld. */
  readonly n: number | null;
}

/**
 * How many people are in one group of one table.
 * @throws Error when the release does not hold it.
 */
export function printedGroup(release: Release, table: string, code: string): PrintedGroup {
  const { vintage, carried, groups } = tableIn(release, table);
  const group = groups[code];
  if (group === undefined) throw new Error(`The release “${release.id}”, ${table}: it has no group ${code}.`);
  return group.status === 'published'
    ? { vintage, status: carried ? 'carried' : 'published', n: group.n }
    : { vintage, status: group.status, n: null };
}
