import type { Palette } from '../canvas/theme.ts';

/** Where a bar’s range lies: `end` is where the bar itself ends. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly y: number;
}

/** Strokes the ranges of bars: paper-coloured where they lie on the bar, ink outside. One path a colour, whatever their number. */
export function barWhiskers(
  ctx: CanvasRenderingContext2D,
  ranges: readonly BarRange[],
  half: number,
  colour: Palette,
): void {
  ctx.lineWidth = 2;
  for (const [stroke, pieces] of [
    [colour.paper, ranges.map(({ from, end, y }) => ({ from, to: end, tick: from, y }))],
    [colour.ink, ranges.map(({ end, to, y }) => ({ from: end, to, tick: to, y }))],
  ] as const) {
    ctx.strokeStyle = stroke;
    ctx.beginPath();
    for (const { from, to, tick, y } of pieces) {
      if (to - from < 0.5) continue;
      ctx.moveTo(from, y);
      ctx.lineTo(to, y);
      ctx.moveTo(tick, y - half);
      ctx.lineTo(tick, y + half);
    }
    ctx.stroke();
  }
}
