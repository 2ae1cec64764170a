import type { Group } from './partition.ts';
import type { ShownCell } from './shown.ts';
import { MINIMUM_CELL } from './thresholds.ts';

/** What P5 lets be printed of a count of `x` among `n`, for itself alone. */
function alone(x: number, n: number): ShownCell {
  if (x < MINIMUM_CELL) return { status: 'small_cell', bound: 'low' };
  if (x > n - MINIMUM_CELL) return { status: 'small_cell', bound: 'high' };
  return { status: 'published', x };
}

/**
 * P5: in a segment a count is printed only with at least five on either side of it. Where one indicator holds another
 * (told, then given a reason), the people between them must be nobody or at least five, else the finer is dropped.
 * @param indicators from coarse to fine.
 * @throws Error when a count is missing.
 */
export function cellRule(indicators: readonly string[], { n, x }: Group): Record<string, ShownCell> {
  const cells: Record<string, ShownCell> = {};
  const coarser: number[] = [];
  for (const indicator of indicators) {
    const count = x[indicator];
    if (count === undefined) throw new Error(`There is no count of ${indicator}.`);
    const cell = alone(count, n);
    const tooNear = coarser.some((other) => other > count && other < count + MINIMUM_CELL);
    if (cell.status === 'published' && tooNear) {
      cells[indicator] = { status: 'withheld' };
      continue;
    }
    cells[indicator] = cell;
    coarser.push(count);
  }
  return cells;
}
