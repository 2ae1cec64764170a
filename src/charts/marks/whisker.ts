import { strokeLines } from './strokeLines.ts';

/** Strokes a range from `from` to `to` at height `y`, with an end mark at each end. */
export const whisker = (
  ctx: CanvasRenderingContext2D,
  look: { readonly stroke: string; readonly width: number },
  { from, to, y, half }: { from: number; to: number; y: number; half: number },
): void => {
  strokeLines(ctx, look, [
    [from, y, to, y],
    [from, y - half, from, y + half],
    [to, y - half, to, y + half],
  ]);
};
