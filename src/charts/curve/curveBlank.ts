import type { CurvePoint } from '../../figures/curveFigure.ts';
import { count } from '../../figures/percent.ts';
import { font, type Label, type Pen, writeLabel } from '../canvas/label.ts';
import type { CurvePlot } from './curvePlot.ts';

/** Two lines of words, and the strip after the second: from its left edge, as wide as it is, over its foot. */
export interface PlacedBlank {
  readonly labels: readonly Label[];
  readonly x: number;
  readonly width: number;
  readonly foot: number;
}

/**
 * Places what the curve leaves out, where it leaves room: “What 106 of 180 had heard by day 45:” and the blank, a strip
 * of highlighter over an ink line, where the answer should have been. None where the curve needs the room.
 */
export function placeBlank(
  parts: readonly CurvePoint[],
  had: string,
  { area, x, y }: CurvePlot,
  { colour, measure, size }: Pen,
): PlacedBlank | undefined {
  const last = parts.at(-1);
  if (last === undefined || last.x === last.n) return undefined;
  const letter = 17 * size.unit;
  const left = x(size.id === 'narrow' ? 7 : 8.5);
  const base = area.top + (area.bottom - area.top) * 0.32;
  const first = `What ${count(last.n - last.x)} of ${count(last.n)} ${had}`;
  const second = `by day ${last.upTo}:`;
  const serif = font(letter, 400, 'serif');
  const blankX = left + measure(second, serif) + 8 * size.unit;
  const right = Math.max(left + measure(first, serif), blankX + 74 * size.unit);
  const below = base + 2 * letter;
  // A step begins where the one before ended.
  const under = parts.filter((_, i) => x(parts[i - 1]?.upTo ?? 0) < right + 10);
  // Where the last known day is an early one, the words would run out of the plot.
  if (right > area.right || under.some(({ hi }) => y(hi) < below + size.label)) return undefined;
  return {
    labels: [first, second].map((text, i) => ({
      x: left,
      y: base + i * 1.42 * letter,
      size: letter,
      typeface: 'serif',
      halo: colour.paper,
      runs: [{ text, colour: colour.ink }],
    })),
    x: blankX,
    width: right - blankX,
    foot: base + 1.42 * letter + 3 * size.unit,
  };
}

/** Paints a blank that was placed. */
export function paintBlank(
  ctx: CanvasRenderingContext2D,
  { labels, x, width, foot }: PlacedBlank,
  { colour, size: { unit } }: Pen,
): void {
  for (const label of labels) writeLabel(ctx, label);
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(x, foot - 19 * unit, width, 18 * unit);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(x, foot - unit, width, 2 * unit);
}
