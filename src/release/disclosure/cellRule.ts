import type { Group } from './partition.ts';
import type { ShownCell } from './shown.ts';
import { MINIMUM_CELL } from './thresholds.ts';

/** What P5 allows to be printed of a count of `x` among `n`, without looking at other counts. */
function alone(x: number, n: number): ShownCell {
  if (x < MINIMUM_CELL) return { status: 'small_cell', bound: 'low' };
  if (x > n - MINIMUM_CELL) return { status: 'small_cell', bound: 'high' };
  return { status: 'published', x };
}

/**
 * P5: in a segment a count is printed only if at least five people are in it and at least five are not. Where one
 * indicator contains another (told, then given a reason), their difference must be 0 or at least five; otherwise the
 * finer one is withheld.
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
