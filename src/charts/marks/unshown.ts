import type { Withheld } from '../../figures/parts.ts';
import type { Pen } from '../canvas/label.ts';
import { fewStrip } from './fewStrip.ts';
import type { Box } from './strokes.ts';
import { withheldBox } from './withheldBox.ts';

/** Draws what has no share: people one by one where few are counted, else an empty box and why. */
export function unshown(
  ctx: CanvasRenderingContext2D,
  { because, few, side }: Withheld,
  box: Box,
  { size, ...more }: { readonly size: number; readonly beside?: boolean; readonly room?: number },
  pen: Pen,
): void {
  if (few === undefined) withheldBox(ctx, box, { because, size, colour: pen.colour, ...more });
  else fewStrip(ctx, box, { few, side, size, ...more }, pen);
}
