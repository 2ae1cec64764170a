import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { whisker } from '../marks/strokes.ts';
import { wholeSumLabel } from './sumLabel.ts';

/** Draws the line under a bar that adds up the parts it is read for, with its range at its end and in words below: of a hidden sum the words alone. */
export function sumRange(
  ctx: CanvasRenderingContext2D,
  { sum, sumFrom }: Pick<LadderSeries, 'sum' | 'sumFrom'>,
  /** Where the bar begins and where the words go, in pixels from the top. */
  row: { readonly barTop: number; readonly sumY: number },
  left: number,
  pen: Pen,
): void {
  const { colour, size } = pen;
  const label = wholeSumLabel(sum, pen);
  if (sumFrom === 'start') writeLabel(ctx, { ...label, x: left, y: row.sumY });
  else writeLabel(ctx, { ...label, x: left + size.width, y: row.sumY, align: 'right' });
  if (isWithheld(sum)) return;
  // A sum of the last parts is measured from the right, and so is its range.
  const place = (share: number) => left + (sumFrom === 'start' ? share : 1 - share) * size.width;
  const begin = sumFrom === 'start' ? left + 0.5 : left + size.width - 0.5;
  const under = row.barTop + size.bar + 7 * size.unit;
  const y = under + 5 * size.unit;
  const end = place(sum.share);
  ctx.strokeStyle = colour['ink-2'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(begin, under);
  ctx.lineTo(begin, y);
  ctx.lineTo(end, y);
  ctx.stroke();
  const half = 5 * size.unit;
  const look = { stroke: colour.ink, width: 2 };
  whisker(ctx, look, { from: place(sum.lo), to: place(sum.hi), y, half });
  ctx.fillStyle = colour.ink;
  ctx.beginPath();
  ctx.moveTo(end - half, y);
  ctx.lineTo(end, y - half);
  ctx.lineTo(end + half, y);
  ctx.lineTo(end, y + half);
  ctx.closePath();
  ctx.fill();
}
