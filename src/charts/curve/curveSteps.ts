import type { CurvePoint, CurveSeries } from '../../figures/curveFigure.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Pen } from '../canvas/label.ts';
import { type Box, hatch, type Line, strokeLines } from '../marks/strokes.ts';
import { sideColour } from '../marks/sideMark.ts';
import type { CurvePlot } from './curvePlot.ts';

/**
 * Where the curve can run, in pixels: from the first day of each stretch, had everyone in it been told at once, to its
 * last, had everyone been told then. A day that is not known makes the stretch after it longer.
 */
export const stepBoxes = (parts: readonly CurvePoint[], { x, y }: CurvePlot): readonly Box[] =>
  parts.map(({ upTo, share }, i) => {
    const before = parts[i - 1];
    const [from, top] = [x(before === undefined ? 0 : before.upTo + 1), y(share)];
    return { x: from, y: top, width: x(upTo) - from, height: y(before?.share ?? 0) - top };
  });

/** Paints what is known of one side: pale steps between the known days, and at each of those its range. */
export function paintSteps(
  ctx: CanvasRenderingContext2D,
  { parts, side }: CurveSeries,
  plot: CurvePlot,
  { size: { unit }, colour }: Pen,
): void {
  const own = sideColour(side, colour);
  const boxes = stepBoxes(parts, plot);
  ctx.beginPath();
  for (const box of boxes) ctx.rect(box.x, box.y, box.width, box.height);
  ctx.save();
  ctx.globalAlpha = 0.18;
  ctx.fillStyle = own;
  ctx.fill();
  ctx.restore();
  ctx.strokeStyle = own;
  ctx.lineWidth = 1;
  ctx.stroke();
  const line = 2 * Math.sqrt(unit);
  // From a known day to the next the share cannot yet have changed.
  const treads = boxes
    .slice(1)
    .map(({ x, y, height }, i): Line => [plot.x(parts[i]?.upTo ?? 0), y + height, x, y + height]);
  strokeLines(ctx, { stroke: own, width: line }, [
    ...treads,
    ...parts.flatMap((part) => rangeOf(part, plot, 5 * unit)),
  ]);
  ctx.lineWidth = 1;
  for (const part of parts) {
    if (!isWideRange(part)) continue;
    const [x, high] = [plot.x(part.upTo) - 5 * unit, plot.y(part.hi)];
    hatch(ctx, { x, y: high, width: 10 * unit, height: plot.y(part.lo) - high }, 6 * unit);
  }
}

/** The range at a known day, upright, with an end mark at each end. */
function rangeOf({ upTo, lo, hi }: CurvePoint, plot: CurvePlot, half: number): readonly Line[] {
  const [x, high, low] = [plot.x(upTo), plot.y(hi), plot.y(lo)];
  return [
    [x, high, x, low],
    [x - half, high, x + half, high],
    [x - half, low, x + half, low],
  ];
}
