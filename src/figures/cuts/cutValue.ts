import type { ShownGroup, ShownTable } from '../../release/disclosure/shown.ts';
import { MINIMUM_CELL } from '../../release/disclosure/thresholds.ts';
import type { Release } from '../../release/release.ts';
import type { Cell } from '../../release/series.ts';
import type { Share, Withheld } from '../parts.ts';
import { count } from '../percent.ts';
import type { CutSeries } from '../../release/comparisons/cuts.ts';
import { dated } from '../estimates/dated.ts';
import { share } from '../estimates/share.ts';
import { isUnreleased, whyWithheld } from '../estimates/withheld.ts';

/** What a release prints of one group of a table, before any words. */
type Told = Pick<Withheld, 'because' | 'status' | 'n' | 'bound'>;

/** The table of a cut. Throws when the release was made from another catalogue. */
export function cutTable(release: Release, { table: name }: CutSeries): ShownTable {
  const found = release.tables.find(({ table }) => table === name);
  if (found === undefined)
    throw new Error(
      `The release “${release.id}” holds no table ${name}: it was made from another catalogue.`,
    );
  return found;
}

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
  const { bound } = cell;
  const because =
    bound === 'low'
      ? `Fewer than ${MINIMUM_CELL} of ${count(n)}`
      : `More than ${count(n - MINIMUM_CELL)} of ${count(n)}`;
  return { because, status: 'small_cell', n, bound };
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
