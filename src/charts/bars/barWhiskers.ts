import type { Palette } from '../canvas/theme.ts';
import { strokeLines, type Line } from '../marks/strokes.ts';

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
  for (const [stroke, pieces] of [
    [colour.paper, ranges.map(({ from, end, y }) => ({ from, to: end, tick: from, y }))],
    [colour.ink, ranges.map(({ end, to, y }) => ({ from: end, to, tick: to, y }))],
  ] as const) {
    const lines = pieces
      .filter(({ from, to }) => to - from >= 0.5)
      .flatMap(({ from, to, tick, y }): Line[] => [
        [from, y, to, y],
        [tick, y - half, tick, y + half],
      ]);
    strokeLines(ctx, { stroke, width: 2 }, lines);
  }
}
