import type { SideId } from '../../survey/question.ts';
import type { Palette } from '../canvas/theme.ts';

/** The hue of a side: everywhere job seekers are blue and employers rust. */
export function sideColour(side: SideId, colour: Palette): string {
  return side === 'job_seeker' ? colour.seeker : colour.employer;
}

/** The shape of a side, so that hue is never the only difference: job seekers are round, employers square. */
export function sideMark(
  ctx: CanvasRenderingContext2D,
  side: SideId,
  {
    x,
    y,
    size,
    colour,
  }: { readonly x: number; readonly y: number; readonly size: number; readonly colour: Palette },
): void {
  ctx.fillStyle = sideColour(side, colour);
  if (side === 'employer') {
    ctx.fillRect(x - size / 2, y - size / 2, size, size);
    return;
  }
  ctx.beginPath();
  ctx.arc(x, y, size / 2, 0, 2 * Math.PI);
  ctx.fill();
}
