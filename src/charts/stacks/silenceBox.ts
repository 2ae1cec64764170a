import type { Box } from '../marks/hatch.ts';
import type { Palette } from '../canvas/theme.ts';

/** Draws silence as what it is: nothing, in a dashed outline. */
export function silenceBox(ctx: CanvasRenderingContext2D, box: Box, colour: Palette): void {
  ctx.save();
  ctx.strokeStyle = colour['rung-0-line'];
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.strokeRect(box.x + 0.75, box.y + 0.75, Math.max(0, box.width - 1.5), box.height - 1.5);
  ctx.restore();
}
