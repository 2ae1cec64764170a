import { wilson, type Proportion } from '../../statistics/wilson.ts';
import type { ShownGroup } from './shown.ts';

/**
 * P8: share and range of one printed count, computed from the printed count and base alone.
 * @returns null where no count is printed.
 * @throws RangeError when more are counted than there are.
 */
export function proportionOf(group: ShownGroup, indicator: string): Proportion | null {
  if (group.status !== 'published') return null;
  const cell = group.cells[indicator];
  return cell?.status === 'published' ? wilson(cell.x, group.n) : null;
}
