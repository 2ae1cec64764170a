import { isFew, MINIMUM_CELL } from './thresholds.ts';
import { sumOf, type Counts } from './hideSmall.ts';
import type { Group, Partition } from './partition.ts';

/**
 * P3, from 10 to 29 answers: of an overall table only how many a headline counts, where at least five people are in it,
 * five are not, and five are between it and the one around it (protocol 2.11).
 * @returns null where there are more or fewer answers, or no headline can be told.
 */
export function fewAnswers({ segment, headlines = {} }: Partition, { n, x }: Group): Counts | null {
  if (segment !== null || !isFew(n)) return null;
  const told: Record<string, number> = {};
  let around = n;
  for (const [id, codes] of Object.entries(headlines)) {
    const inside = sumOf(x, codes);
    if (inside < MINIMUM_CELL || around - inside < MINIMUM_CELL) continue;
    told[id] = inside;
    around = inside;
  }
  return around === n ? null : told;
}
