import type { Box } from './strokes.ts';
import { writeLabel } from '../canvas/label.ts';
import type { Palette } from '../canvas/theme.ts';

/** Draws what is missing on purpose: a dashed, empty box with the blank’s ink line under it, and why. Never a zero. */
export function withheldBox(
  ctx: CanvasRenderingContext2D,
  box: Box,
  {
    because,
    size,
    colour,
    beside = false,
  }: {
    readonly because: string;
    readonly size: number;
    readonly colour: Palette;
    /** Whether the words stand right of the box and not in it. */
    readonly beside?: boolean;
  },
): void {
  // A low box stands beside a scale whose grid would run through its words, and has no room but for their letters.
  const isLow = !beside && box.height < size * 1.6;
  ctx.save();
  if (isLow) {
    ctx.fillStyle = colour.paper;
    ctx.fillRect(box.x + 1, box.y, box.width - 2, box.height);
  }
  ctx.strokeStyle = colour.line;
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 3]);
  ctx.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
  ctx.setLineDash([]);
  ctx.strokeStyle = colour['blank-line'];
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(box.x, box.y + box.height);
  ctx.lineTo(box.x + box.width, box.y + box.height);
  ctx.stroke();
  ctx.restore();
  writeLabel(ctx, {
    x: box.x + (beside ? box.width + size * 0.5 : size * 0.8),
    y: box.y + box.height / 2 + size * (isLow ? 0.22 : 0.34),
    size,
    runs: [{ text: because, colour: colour['ink-2'] }],
  });
}
