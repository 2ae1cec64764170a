import type { ShownGroup, ShownTable } from '../../release/disclosure/shown.ts';
import type { Cell } from '../../release/series.ts';
import type { Share, Withheld } from '../parts.ts';
import type { CutSeries } from '../../release/comparisons/cuts.ts';
import { dated } from '../estimates/dated.ts';
import { share } from '../estimates/share.ts';
import { isUnreleased, whyHidden, whyWithheld } from '../estimates/withheld.ts';

/** What a release prints of one group of a table, before any words. */
type Told = Pick<Withheld, 'because' | 'status' | 'n' | 'bound'>;

function why(
  group: ShownGroup,
  { indicator: { id }, series }: Pick<CutSeries, 'indicator' | 'series'>,
  vintage: string | null,
): Told {
  if (group.status !== 'published')
    return {
      because: whyWithheld({ status: group.status, vintage }, series.run),
      status: group.status === 'small_base' ? 'small_base' : 'withheld',
    };
  const { n } = group;
  const cell = group.cells[id];
  if (cell?.status !== 'small_cell')
    return { because: whyWithheld({ status: 'withheld', vintage }, series.run), status: 'withheld', n };
  return { because: whyHidden(cell, n), status: 'small_cell', n, bound: cell.bound };
}

/**
 * One bar of a cut: a share with its range where its count is printed, else why it is not.
 * @throws Error when the table lacks the group or the indicator.
 */
export function cutValue(
  table: ShownTable,
  { series, indicator }: CutSeries,
  category: Cell,
): Share | Withheld {
  const { code, label } = category;
  const group = table.groups[code];
  if (group === undefined) throw new Error(`${table.table} has no group ${code}.`);
  const cell = group.status === 'published' ? group.cells[indicator.id] : undefined;
  if (group.status === 'published' && cell === undefined)
    throw new Error(`${table.table}, ${code}: it has no ${indicator.id}.`);
  const since = dated(table);
  if (group.status === 'published' && cell?.status === 'published')
    return { ...share({ code, label, short: label }, cell.x, group.n), ...since };
  return {
    id: code,
    side: series.side,
    label,
    shortLabel: label,
    withheld: true,
    ...why(group, { series, indicator }, table.vintage),
    ...(isUnreleased(table, series.run) && { unreleased: true }),
    ...since,
  };
}
