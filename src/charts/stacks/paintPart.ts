import { hatch, type Box } from '../marks/strokes.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import type { PlacedPart } from './placeParts.ts';
import type { Palette } from '../canvas/theme.ts';
import { toneOf } from './tones.ts';

/** Draws what Chart.js does not know of a part: the dashed box of silence, an outline, the hatching of a wide range, the number. */
export function paintPart(
  ctx: CanvasRenderingContext2D,
  { x, width, tone, text, textX, textWidth, wide }: PlacedPart,
  { top, thick }: { top: number; thick: number },
  { size, colour }: Pen,
): void {
  const { text: on, outline } = toneOf(tone);
  if (width === 0) return;
  if (tone === 'silence') silenceBox(ctx, { x, y: top, width, height: thick }, colour);
  else if (wide) {
    ctx.strokeStyle = colour[outline ?? 'hatch'];
    ctx.lineWidth = 1.5;
    // From the number on, so that no line runs through it.
    const from = textX === undefined ? x : textX + textWidth + 5;
    hatch(ctx, { x: from, y: top, width: x + width - from, height: thick }, 9 * size.unit);
  }
  if (outline !== undefined) {
    ctx.strokeStyle = colour[outline];
    ctx.lineWidth = 1;
    ctx.strokeRect(x + 0.5, top + 0.5, Math.max(0, width - 1), thick - 1);
  }
  if (textX === undefined) return;
  writeLabel(ctx, {
    x: textX,
    y: top + thick / 2 + size.value * 0.35,
    size: size.value,
    runs: [{ text, weight: 600, colour: colour[on] }],
  });
}

/** Silence is drawn as what it is: nothing, in a dashed outline. */
function silenceBox(ctx: CanvasRenderingContext2D, box: Box, colour: Palette): void {
  ctx.save();
  ctx.strokeStyle = colour['rung-0-line'];
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.strokeRect(box.x + 0.75, box.y + 0.75, Math.max(0, box.width - 1.5), box.height - 1.5);
  ctx.restore();
}
