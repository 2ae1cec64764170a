/** A line from one point to another: x1, y1, x2, y2 in pixels. */
export type Line = readonly [number, number, number, number];

/** Strokes lines of one look as one path. */
export function strokeLines(
  ctx: CanvasRenderingContext2D,
  { stroke, width = 1 }: { readonly stroke: string; readonly width?: number },
  lines: readonly Line[],
): void {
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

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

/** A box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Strokes lines at 45° within a box, `gap` pixels apart along its top. The lines are cut here and not by a clip or a
 * pattern, so that neither needs an id, and a canvas and an SVG draw the same.
 */
export function hatch(ctx: CanvasRenderingContext2D, box: Box, gap: number): void {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  ctx.beginPath();
  for (let sum = box.x + box.y + gap / 2; sum < right + bottom; sum += gap) {
    const [x1, x2] = [Math.max(box.x, sum - bottom), Math.min(right, sum - box.y)];
    ctx.moveTo(x1, sum - x1);
    ctx.lineTo(x2, sum - x2);
  }
  ctx.stroke();
}
