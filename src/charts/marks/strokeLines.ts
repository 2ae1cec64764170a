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
