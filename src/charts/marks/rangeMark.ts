import type { Share } from '../../figures/parts.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Place } from '../canvas/drawing.ts';
import { scaleEnd } from '../canvas/axes.ts';
import { type Label, labelWidth, type Pen, type Run } from '../canvas/label.ts';
import { hatch, whisker } from './strokes.ts';

/** A range with the width of the words beside it, in pixels. */
interface Worded {
  readonly lo: number;
  readonly hi: number;
  readonly words: number;
}

/** From a mark to the words beside it. */
const away = ({ size }: Pen): number => 10 * size.unit;

/** Whether words have room on one side of a mark, in a plot as wide as this. */
const hasRoom = ({ lo, hi, words }: Worded, end: number, width: number, pen: Pen): boolean =>
  (hi / end) * width + words + away(pen) <= width || (lo / end) * width >= words + away(pen);

/** Where the scale of a plot ends: past every mark, and far enough for the words of each to have room beside it. */
export function roomyEnd(marks: readonly Worded[], width: number, pen: Pen): number {
  const least = scaleEnd(marks.map(({ hi }) => hi));
  const fits = (end: number) => marks.every((mark) => hasRoom(mark, end, width, pen));
  return [least, least + 0.2, least + 0.4].find((end) => end <= 1 && fits(end)) ?? 1;
}

/**
 * Places words to the right of a mark where there is room, else to its left.
 * @param plot its left and right edge
 * @param said the words from the longest to the shortest: the first that have room on one side; the table has all
 */
export function besideMark(
  [from, to]: readonly [number, number],
  y: number,
  plot: { readonly left: number; readonly right: number },
  pen: Pen,
  said: readonly [...(readonly Run[])[], readonly Run[]],
): Label {
  const { colour, measure, size } = pen;
  const rooms = { right: plot.right - to - away(pen), left: from - away(pen) - plot.left };
  const widthOf = (runs: readonly Run[]) => labelWidth({ size: size.small, runs }, measure);
  const fits = (runs: readonly Run[]) => widthOf(runs) <= Math.max(rooms.right, rooms.left);
  const runs = said.find(fits) ?? said.at(-1) ?? [];
  const label = { y: y + size.value * 0.34, size: size.small, halo: colour.paper, runs };
  return widthOf(runs) <= rooms.right
    ? { ...label, x: to + away(pen) }
    : { ...label, x: from - away(pen), align: 'right' };
}

/** Draws the range of a share as a whisker, hatched where it is wide. */
export function rangeMark(
  ctx: CanvasRenderingContext2D,
  { lo, hi }: Pick<Share, 'lo' | 'hi'>,
  at: {
    readonly y: number;
    readonly place: Place;
    readonly half: number;
    readonly stroke: string;
    readonly lineWidth: number;
    readonly unit: number;
  },
): void {
  const { y, half } = at;
  const [from, to] = [at.place(lo), at.place(hi)];
  whisker(ctx, { stroke: at.stroke, width: at.lineWidth }, { from, to, y, half });
  if (!isWideRange({ lo, hi })) return;
  ctx.lineWidth = 1;
  hatch(ctx, { x: from, y: y - half, width: to - from, height: 2 * half }, 6 * at.unit);
}
