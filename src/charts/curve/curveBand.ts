import type { Chart } from 'chart.js';
import { isWideRange } from '../../statistics/precision.ts';
import type { Kind } from '../canvas/drawing.ts';
import type { CurvePoint } from '../../figures/curveFigure.ts';
import { hatch } from '../marks/hatch.ts';
import type { Size } from '../canvas/size.ts';

/** Draws the range of each step: a shaded tread with thin edges, hatched where it is wide. */
export function curveBand(
  { ctx, scales }: Chart<Kind>,
  parts: readonly CurvePoint[],
  end: number,
  { size, colour }: { readonly size: Size; readonly colour: string },
): void {
  const { x, y } = scales;
  if (x === undefined || y === undefined) return;
  const treads = parts.map((part, i) => {
    const from = x.getPixelForValue(part.upTo);
    const to = x.getPixelForValue(parts[i + 1]?.upTo ?? end);
    const [high, low] = [y.getPixelForValue(part.hi), y.getPixelForValue(part.lo)];
    return { box: { x: from, y: high, width: to - from, height: low - high }, wide: isWideRange(part) };
  });
  ctx.save();
  ctx.globalAlpha = 0.18;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const { box } of treads) ctx.rect(box.x, box.y, box.width, box.height);
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { box } of treads) {
    for (const edge of [box.y, box.y + box.height]) {
      ctx.moveTo(box.x, edge);
      ctx.lineTo(box.x + box.width, edge);
    }
  }
  ctx.stroke();
  for (const { box, wide } of treads) if (wide) hatch(ctx, box, 9 * size.unit);
  ctx.restore();
}
