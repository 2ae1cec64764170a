import { midP } from '../../statistics/midP.ts';
import { newcombe } from '../../statistics/newcombe.ts';
import type { Release } from '../release.ts';
import { tableIn } from '../tableIn.ts';
import { cuts, type Cut, type CutSeries } from './cuts.ts';
import type { Member, Operand } from './decided.ts';

/** The groups of a cut series whose count is printed, in the order of the segment. */
function printedGroups(release: Release, { segment }: Cut, one: CutSeries): readonly Operand[] {
  const { groups } = tableIn(release, one.table);
  return segment.categories.flatMap(({ code }) => {
    const group = groups[code];
    if (group?.status !== 'published') return [];
    const cell = group.cells[one.indicator.id];
    return cell?.status === 'published'
      ? [{ series: one.series.id, indicator: one.indicator.id, groups: [code], x: cell.x, n: group.n }]
      : [];
  });
}

const together = ([first, ...rest]: readonly Operand[]): Operand | undefined =>
  first &&
  rest.reduce(
    (sum, { groups, x, n }) => ({
      ...sum,
      groups: [...(sum.groups ?? []), ...(groups ?? [])],
      x: sum.x + x,
      n: sum.n + n,
    }),
    first,
  );

/**
 * Each group against the other printed groups of its side together, never against a total that holds it (protocol 2.2).
 * Of two groups, that is one comparison and not two.
 */
function compared(release: Release, cut: Cut, one: CutSeries): readonly Member[] {
  const groups = printedGroups(release, cut, one);
  return groups.slice(0, groups.length > 2 ? groups.length : groups.length - 1).flatMap((a) => {
    const b = together(groups.filter((other) => other !== a));
    const difference = b && newcombe(a, b);
    if (!difference) return [];
    const p = midP(a, b);
    const { estimate, segment } = cut;
    return [
      {
        family: 'cuts' as const,
        estimate,
        segment: segment.id,
        a,
        b,
        ...difference,
        crude: p,
        strata: [],
        p,
        stands: true,
      },
    ];
  });
}

/** Every comparison that a cut page makes: each measure of each cut, on each side. */
export const cutMembers = (release: Release): readonly Member[] =>
  cuts.flatMap((cut) => cut.measures.flat().flatMap((one) => compared(release, cut, one)));
