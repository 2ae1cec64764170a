import type { Chart } from 'chart.js';
import type { Kind } from '../canvas/drawing.ts';
import type { CurvePoint } from '../../figures/curveFigure.ts';
import { font, writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { count } from '../../figures/percent.ts';
import type { Size } from '../canvas/size.ts';

/**
 * Writes what the curve leaves out, where it leaves room: “What 106 of 180 had heard by day 45:” and the blank, a strip
 * of highlighter over an ink line, where the answer should have been. Not drawn where the curve needs the room.
 */
export function curveBlank(
  { ctx, scales, chartArea }: Chart<Kind>,
  parts: readonly CurvePoint[],
  had: string,
  { size, pen }: { readonly size: Size; readonly pen: Pen },
): void {
  const { x, y } = scales;
  const last = parts.at(-1);
  if (x === undefined || y === undefined || last === undefined || last.x === last.n) return;
  const { colour, measure } = pen;
  const letter = 17 * size.unit;
  const left = x.getPixelForValue(size.id === 'narrow' ? 7 : 8.5);
  const base = chartArea.top + (chartArea.bottom - chartArea.top) * 0.32;
  const first = `What ${count(last.n - last.x)} of ${count(last.n)} ${had}`;
  const second = `by day ${last.upTo}:`;
  const serif = font(letter, 400, 'serif');
  const blankX = left + measure(second, serif) + 8 * size.unit;
  const right = Math.max(left + measure(first, serif), blankX + 74 * size.unit);
  const below = base + 2 * letter;
  const under = parts.filter(({ upTo }) => x.getPixelForValue(upTo) < right + 10);
  if (under.some(({ hi }) => y.getPixelForValue(hi) < below + size.label)) return;
  for (const [i, text] of [first, second].entries()) {
    writeLabel(ctx, {
      x: left,
      y: base + i * 1.42 * letter,
      size: letter,
      typeface: 'serif',
      halo: colour.paper,
      runs: [{ text, colour: colour.ink }],
    });
  }
  const foot = base + 1.42 * letter + 3 * size.unit;
  const width = right - blankX;
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(blankX, foot - 19 * size.unit, width, 18 * size.unit);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(blankX, foot - size.unit, width, 2 * size.unit);
}
