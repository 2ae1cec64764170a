import type { Share } from '../../figures/parts.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Place } from '../canvas/drawing.ts';
import { type Label, labelWidth, type Pen, type Run } from '../canvas/label.ts';
import { hatch, whisker } from './strokes.ts';

/** Places words to the right of a mark where there is room, else to its left. */
export function besideMark(
  [from, to]: readonly [number, number],
  y: number,
  right: number,
  { colour, measure, size }: Pen,
  runs: readonly Run[],
): Label {
  const away = 10 * size.unit;
  const label = { y: y + size.value * 0.34, size: size.small, halo: colour.paper, runs };
  const fits = to + away + labelWidth(label, measure) <= right;
  return fits ? { ...label, x: to + away } : { ...label, x: from - away, align: 'right' };
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
