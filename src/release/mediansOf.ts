import { median, type Median } from '../statistics/median.ts';
import { MINIMUM_CELL } from './disclosure/thresholds.ts';
import type { PublishedSeries } from './findSeries.ts';
import type { Cell } from './series.ts';

/** A class with the fewest and the most people that can be in it, by what is printed. */
interface Bounded {
  readonly value: Cell;
  readonly least: number;
  readonly most: number;
}

/** What is printed of a class: its count, one to four, or nothing. */
function boundedBy({ cells, n_answered }: PublishedSeries, value: Cell): Bounded {
  const cell = cells[value.code];
  if (cell?.status === 'published') return { value, least: cell.x, most: cell.x };
  const isFew = cell?.status === 'small_cell' && cell.bound === 'low';
  return { value, least: Number(isFew), most: isFew ? MINIMUM_CELL - 1 : n_answered };
}

/** How many are in each class with as many in the first of them as can be, then in the next. */
function filled(classes: readonly Bounded[], n: number): ReadonlyMap<Cell, number> {
  let left = n - classes.reduce((sum, { least }) => sum + least, 0);
  return new Map(
    classes.map(({ value, least, most }) => {
      const more = Math.max(0, Math.min(left, most - least));
      left -= more;
      return [value, least + more] as const;
    }),
  );
}

/**
 * The median of ordered classes with every hidden person as low as can be, and as high as can be; both are one where it
 * does not depend on where they are (protocol 3.3, P11).
 * @returns null where nobody answered
 */
export function mediansOf(
  series: PublishedSeries,
  cells: readonly Cell[],
): { readonly lowest: Median<Cell>; readonly highest: Median<Cell> } | null {
  const classes = cells.map((cell) => boundedBy(series, cell));
  const [low, high] = [classes, classes.toReversed()].map((order) => filled(order, series.n_answered));
  const of = (counts: ReadonlyMap<Cell, number> | undefined) =>
    median(cells.map((cell) => ({ value: cell, n: counts?.get(cell) ?? 0 })));
  const [lowest, highest] = [of(low), of(high)];
  return lowest && highest && { lowest, highest };
}
