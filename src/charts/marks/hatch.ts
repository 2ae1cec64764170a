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
