import type { BarRow, Bars } from '../../figures/barsFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Words } from '../../words/words.ts';
import type { Frame } from '../canvas/drawing.ts';
import type { Pen } from '../canvas/label.ts';
import type { PlacedBar } from './barRows.ts';
import { barsLayout, type BarsLayout } from './barsLayout.ts';

/** Places bars where they fit. A card’s last line needs room that its rows must leave; rows that have none are left to the page. */
export function placeBars(figure: Bars, words: Words, frame: Frame, pen: Pen, dropped = 0): BarsLayout {
  const layout = barsLayout(figure, frame, pen);
  if (frame.height === undefined) return layout;
  const noted = dropped > 0 || barsFooting(words, layout).length > 0;
  const height = frame.height - (noted ? 26 * pen.size.unit : 0);
  const fits = ({ bottom }: BarsLayout) => bottom <= frame.top + height;
  const closer = (closeness: number) => barsLayout(figure, { ...frame, height }, pen, closeness);
  const placed = [1, 0.9, 0.8].map(closer).find(fits) ?? closer(0);
  const fewer = oneRowFewer(figure);
  if (fewer === null || fits(placed)) return { ...placed, leftOut: placed.leftOut + dropped };
  return placeBars(fewer, words, frame, pen, dropped + 1);
}

const isBlank = ({ bars }: BarRow): boolean => bars.every(({ value }) => isWithheld(value));

/** A figure of one group without its last row that shows nothing, else without its last; null where no row is to spare. */
function oneRowFewer(figure: Bars): Bars | null {
  const [group, ...rest] = figure.groups;
  if (group === undefined || rest.length > 0 || group.rows.length < 2) return null;
  const blank = group.rows.findLastIndex(isBlank);
  const drop = blank === -1 ? group.rows.length - 1 : blank;
  return { ...figure, groups: [{ ...group, rows: group.rows.filter((_, i) => i !== drop) }] };
}

/** Every bar of a layout. */
export const placedBars = ({ groups }: BarsLayout): readonly PlacedBar[] =>
  groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));

/** What is said under the bars that are drawn, and how many rows a card leaves out. */
export function barsFooting(
  { footing: { axis, hatching, bounds } }: Words,
  layout: BarsLayout,
): readonly string[] {
  const shown = placedBars(layout).flatMap(({ value }) => (isWithheld(value) ? [] : [value]));
  const { leftOut, ranged } = layout;
  return [
    ...axis,
    ranged && shown.some(isWideRange) ? hatching : undefined,
    ranged && shown.some((share) => share.bounds !== undefined) ? bounds : undefined,
    leftOut > 0 ? `${leftOut} more ${leftOut === 1 ? 'row' : 'rows'} on the page` : undefined,
  ].filter((sentence) => sentence !== undefined);
}
