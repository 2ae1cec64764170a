import type { BarRow, Bars } from '../../figures/barsFigure.ts';
import { isWithheld } from '../../figures/parts.ts';

const isBlank = ({ bars }: BarRow): boolean => bars.every(({ value }) => isWithheld(value));

/**
 * One row fewer of a figure with one group: the last that shows nothing, else the last. The page has them all, and a
 * card says how many more there are.
 * @returns null where there is no row to spare.
 */
export function oneRowFewer(figure: Bars): Bars | null {
  const [group, ...rest] = figure.groups;
  if (group === undefined || rest.length > 0 || group.rows.length < 2) return null;
  const blank = group.rows.findLastIndex(isBlank);
  const drop = blank === -1 ? group.rows.length - 1 : blank;
  return { ...figure, groups: [{ ...group, rows: group.rows.filter((_, i) => i !== drop) }] };
}
