import type { Chart } from 'chart.js';
import type { Kind } from '../canvas/drawing.ts';
import type { Curve, CurvePoint } from '../../figures/curveFigure.ts';
import { writeLabel } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';
import type { Palette } from '../canvas/theme.ts';

const CROWD = 0.88;

/** Draws a day that means something outside the survey: a dotted line with its name at the top, left of it. */
export function landmark(
  { ctx, scales, chartArea }: Chart<Kind>,
  { day, label, short }: NonNullable<Curve['landmark']>,
  parts: readonly CurvePoint[],
  { size, colour }: { readonly size: Size; readonly colour: Palette },
): void {
  if (scales.x === undefined) return;
  const x = scales.x.getPixelForValue(day);
  ctx.save();
  ctx.strokeStyle = colour['ink-2'];
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.restore();
  // A curve that climbs to the top leaves its room at the bottom.
  const crowned = parts.some(({ hi }) => hi > CROWD);
  writeLabel(ctx, {
    x: x - 8,
    y: crowned ? chartArea.bottom - size.small * 0.7 : chartArea.top + size.small * 1.5,
    size: size.small,
    align: 'right',
    halo: colour.paper,
    runs: [{ text: size.id === 'wide' ? label : short, colour: colour['ink-2'] }],
  });
}
