import { proportionOf } from '../disclosure/proportionOf.ts';
import type { ShownGroup } from '../disclosure/shown.ts';
import type { Numbers } from './estimateLine.ts';

/**
 * The numbers of one headline in one group of a cut, as the rules let them be printed.
 * @throws Error when the group does not have the headline.
 */
export function segmentNumbers(group: ShownGroup, headline: string, carried: boolean): Numbers {
  if (group.status !== 'published') return { status: group.status };
  const cell = group.cells[headline];
  if (cell === undefined) throw new Error(`The group has no ${headline}.`);
  const n_answered = group.n;
  switch (cell.status) {
    case 'withheld':
      return { status: 'withheld', n_answered };
    case 'small_cell':
      return { status: 'small_cell', n_answered, bound: cell.bound };
    case 'published':
      return { ...proportionOf(group, headline), status: carried ? 'carried' : 'published', n_answered };
  }
}
