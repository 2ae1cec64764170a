/** Strokes a range from `from` to `to` at height `y`, with an end mark at each end that is its own. */
export function whisker(
  ctx: CanvasRenderingContext2D,
  {
    from,
    to,
    y,
    half,
  }: { readonly from: number; readonly to: number; readonly y: number; readonly half: number },
): void {
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  for (const x of [from, to]) {
    ctx.moveTo(x, y - half);
    ctx.lineTo(x, y + half);
  }
  ctx.stroke();
}
