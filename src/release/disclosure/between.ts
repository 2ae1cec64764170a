import { changeSince, type Changing } from './changeSince.ts';

/** A routing base as it was printed in an earlier release. */
export interface Before {
  readonly release: string;
  readonly n: number;
}

/**
 * How many people are in the outer base now and not in the inner one as it was printed before, and the other way round.
 * Whoever was in the inner base and left it has left the outer one.
 * @throws {ReleaseError} as changeSince does.
 */
export const outerNowInnerBefore = (outer: Changing, inner: Changing, before: Before, name: string): number =>
  outer.n - inner.n + changeSince([inner], before.release, before.n, name);

/**
 * How many are in the inner base now and not in the outer one as it was printed before, and the other way round: those who
 * came to the inner base, those who left the outer one, and those between the two who were there before.
 * @throws {ReleaseError} as changeSince does.
 */
export function innerNowOuterBefore(outer: Changing, inner: Changing, before: Before, name: string): number {
  const { release } = before;
  const cameInner = inner.added[release] ?? 0;
  const cameOuter = outer.added[release] ?? 0;
  const leftOuter = changeSince([outer], release, before.n, name) - cameOuter;
  const stayedBetween = outer.n - cameOuter - (inner.n - cameInner);
  return cameInner + leftOuter + stayedBetween;
}

/**
 * How many people at least came or left since a number was told, of those times that it was.
 * @throws {ReleaseError} as changeSince does.
 */
export function changedSinceTold(size: Changing, before: readonly Before[], name: string): number {
  return Math.min(...before.map(({ release, n }) => changeSince([size], release, n, name)));
}
