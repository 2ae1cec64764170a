import { mantelHaenszel } from '../../statistics/mantelHaenszel.ts';
import type { Release } from '../release.ts';
import { segmentOf } from '../segments.ts';
import { tableIn } from '../tableIn.ts';
import { tableName } from '../tables.ts';
import type { Compared, Operand, WithinStrata } from './decided.ts';

/**
 * How much of each side’s answers the groups printed on both sides must hold: with a quarter left out, a gap there would
 * have to be three times the one that was found, and the other way, to undo it.
 */
export const HELD = 0.75;

/** The printed counts of one side, by group. */
function printed(release: Release, estimate: string, { series, indicator }: Compared, segment: string) {
  const found = tableIn(release, tableName(estimate, series, segment));
  return new Map(
    segmentOf(segment).categories.flatMap(({ code }) => {
      const group = found.groups[code];
      const cell = group?.status === 'published' ? group.cells[indicator] : undefined;
      return group?.status === 'published' && cell?.status === 'published'
        ? [[code, { x: cell.x, n: group.n }] as const]
        : [];
    }),
  );
}

/**
 * The difference between two sides that remains among processes that are alike in one respect, from published counts only.
 * @returns null where the groups printed on both sides hold less than HELD of either.
 */
export function withinStrata(
  release: Release,
  estimate: string,
  segment: string,
  { a, b }: { readonly a: Operand; readonly b: Operand },
): WithinStrata | null {
  const others = printed(release, estimate, b, segment);
  const strata = [...printed(release, estimate, a, segment)].flatMap(([code, own]) => {
    const other = others.get(code);
    return other === undefined ? [] : [{ a: own, b: other }];
  });
  const held = (side: 'a' | 'b') => strata.reduce((sum, stratum) => sum + stratum[side].n, 0);
  if (held('a') < HELD * a.n || held('b') < HELD * b.n) return null;
  const found = mantelHaenszel(strata);
  return found && { segment, ...found };
}
