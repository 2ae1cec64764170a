import { FIRST_RELEASE, MINIMUM_GROUP } from './thresholds.ts';

/** The responses included now, and how many came or left since the side was last released (null: never). */
export interface SideState {
  readonly included: number;
  readonly changed: number | null;
}

/**
 * P1: whether a side’s tables may be renewed: the first time with fifty responses, later with ten changes.
 */
export const sideIsDue = ({ included, changed }: SideState): boolean =>
  changed === null ? included >= FIRST_RELEASE : changed >= MINIMUM_GROUP;

/**
 * P1: one release a calendar month at most.
 * @param today and @param last ISO dates; `last` is null before the first release.
 */
export const monthIsDue = (today: string, last: string | null): boolean =>
  last === null || today.slice(0, 7) > last.slice(0, 7);

/**
 * P1: the first day after this one on which a release may come, the first of the next month.
 * @param last the ISO date of the last release
 */
export function nextMonth(last: string): string {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
