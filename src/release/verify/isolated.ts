import { holds, type Codes } from '../../survey/condition.ts';
import { everyAnswers, implies } from '../implies.ts';
import { MINIMUM_CELL, MINIMUM_GROUP } from '../disclosure/thresholds.ts';
import type { Release } from '../release.ts';
import { printedCounts, type PrintedCount } from './printedCounts.ts';

/** A group of one to nine people that a reader isolates by taking one printed number from another, and that is printed nowhere. */
export interface Isolated {
  readonly outer: PrintedCount;
  readonly inner: PrintedCount;
  readonly people: number;
}

const isIn = ({ outer, inner }: Isolated, answers: Codes): boolean =>
  holds(outer.where, answers) && !holds(inner.where, answers);

/** Whether two groups are of the very same people, whatever anybody answers. */
const isSame = (one: Isolated, other: Isolated): boolean =>
  everyAnswers(
    one.outer.side,
    [one.outer, one.inner, other.outer, other.inner].map(({ where }) => where),
  ).every((answers) => isIn(one, answers) === isIn(other, answers));

const isPrintedAs = (group: Isolated, count: PrintedCount): boolean =>
  everyAnswers(count.side, [group.outer.where, group.inner.where, count.where]).every(
    (answers) => isIn(group, answers) === holds(count.where, answers),
  );

const isAlike = (a: PrintedCount, b: PrintedCount): boolean => a.side === b.side && a.vintage === b.vintage;

/** Printed numbers of which one counts people who are all in the other, a few fewer. */
function pairsOf(counts: readonly PrintedCount[]): readonly Isolated[] {
  const sorted = counts.toSorted((a, b) => a.n - b.n);
  return sorted.flatMap((outer, at) => {
    const pairs: Isolated[] = [];
    for (let i = at - 1; i >= 0; i -= 1) {
      const inner = sorted[i];
      if (inner === undefined) break;
      const people = outer.n - inner.n;
      if (people >= MINIMUM_GROUP) break;
      if (people > 0 && isAlike(inner, outer) && implies(outer.side, inner.where, outer.where))
        pairs.push({ outer, inner, people });
    }
    return pairs;
  });
}

/**
 * What one subtraction across all tables of a release still isolates (protocol 3.3, P12): the rules look at bases and at
 * each table by itself, and not at every answer beside every other. Each group once, though several pairs give it.
 */
export function isolatedGroups(release: Release): readonly Isolated[] {
  const counts = printedCounts(release);
  const found: Isolated[] = [];
  for (const group of pairsOf(counts)) {
    const isPrinted = counts.some(
      (count) => count.n === group.people && isAlike(count, group.outer) && isPrintedAs(group, count),
    );
    const isKnown = found.some(
      (other) => other.people === group.people && isAlike(other.outer, group.outer) && isSame(other, group),
    );
    if (!isPrinted && !isKnown) found.push(group);
  }
  return found;
}

/** How many of them are smaller than a count that is printed, and how many there are. */
export const isolatedNumbers = (
  groups: readonly Isolated[],
): { readonly few: number; readonly small: number } => ({
  few: groups.filter(({ people }) => people < MINIMUM_CELL).length,
  small: groups.length,
});
