import { median, type Median } from '../statistics/median.ts';
import type { PrintedCounts } from './countOf.ts';
import { MINIMUM_CELL } from './disclosure/thresholds.ts';
import type { Cell } from './series.ts';

/** What is printed of the answers that a median is of. */
type Printed = Pick<PrintedCounts, 'n_answered' | 'cells'>;

/** A class of ordered answers. */
type Class = Pick<Cell, 'code'>;

/** A class with the fewest and the most people that can be in it, by what is printed. */
interface Bounded<Value> {
  readonly value: Value;
  readonly least: number;
  readonly most: number;
}

/** What is printed of a class: its count, one to four, or nothing. */
function boundedBy<Value extends Class>({ cells, n_answered }: Printed, value: Value): Bounded<Value> {
  const cell = cells[value.code];
  if (cell?.status === 'published') return { value, least: cell.x, most: cell.x };
  const isFew = cell?.status === 'small_cell' && cell.bound === 'low';
  return { value, least: Number(isFew), most: isFew ? MINIMUM_CELL - 1 : n_answered };
}

/** How many are in each class with as many in the first of them as can be, then in the next. */
function filled<Value>(classes: readonly Bounded<Value>[], n: number): ReadonlyMap<Value, number> {
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
export function mediansOf<Value extends Class>(
  series: Printed,
  cells: readonly Value[],
): { readonly lowest: Median<Value>; readonly highest: Median<Value> } | null {
  const classes = cells.map((cell) => boundedBy(series, cell));
  const [low, high] = [classes, [...classes].reverse()].map((order) => filled(order, series.n_answered));
  const of = (counts: ReadonlyMap<Value, number> | undefined) =>
    median(cells.map((cell) => ({ value: cell, n: counts?.get(cell) ?? 0 })));
  const [lowest, highest] = [of(low), of(high)];
  return lowest && highest && { lowest, highest };
}

/** A median and the ends of its range, by the codes of their answers. */
export interface CertainMedian {
  readonly value: string;
  readonly lo: string | null;
  readonly hi: string | null;
}

/** The median where it is the same wherever the hidden people are, `hidden` where it is not, null where nobody answered. */
export function certainMedian(series: Printed, cells: readonly Class[]): CertainMedian | 'hidden' | null {
  const medians = mediansOf(series, cells);
  if (medians === null) return null;
  const [first, last] = [medians.lowest, medians.highest].map(({ value, range }) => ({
    value: value.code,
    lo: range?.lo.code ?? null,
    hi: range?.hi.code ?? null,
  }));
  const isSame = first?.value === last?.value && first?.lo === last?.lo && first?.hi === last?.hi;
  return isSame && first !== undefined ? first : 'hidden';
}
