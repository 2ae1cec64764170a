import type { Counted } from './finding.ts';

/** A range of at most so many whole percents would be read as a proof that the groups are alike. */
const NARROW = 2;

/** Whether shares lie so close together that a title says what was found of everybody instead of their range. */
export function isNarrowRange(groups: readonly Counted[]): boolean {
  const percents = groups.map(({ x, n }) => Math.round((100 * x) / n));
  return Math.max(...percents) - Math.min(...percents) <= NARROW;
}
