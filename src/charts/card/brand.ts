import { site } from '../../site.ts';
import { writeLabel } from '../canvas/label.ts';
import type { Palette } from '../canvas/theme.ts';

/** Draws the mark of the site: a speech bubble with a blank in it. `x`, `y` is its top left corner. */
export function mark(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  colour: Palette,
): void {
  const at = (value: number) => (value * size) / 32;
  const corner = (fromX: number, fromY: number, toX: number, toY: number) => {
    ctx.quadraticCurveTo(x + at(fromX), y + at(fromY), x + at(toX), y + at(toY));
  };
  const line = (toX: number, toY: number) => {
    ctx.lineTo(x + at(toX), y + at(toY));
  };
  ctx.beginPath();
  ctx.moveTo(x + at(4), y + at(3));
  line(28, 3);
  corner(30, 3, 30, 5);
  line(30, 21);
  corner(30, 23, 28, 23);
  line(13, 23);
  line(5, 29.5);
  line(5, 23);
  line(4, 23);
  corner(2, 23, 2, 21);
  line(2, 5);
  corner(2, 3, 4, 3);
  ctx.closePath();
  ctx.strokeStyle = colour.ink;
  ctx.lineWidth = at(2);
  ctx.lineJoin = 'round';
  ctx.stroke();
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(x + at(7), y + at(9), at(18), at(8));
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(x + at(7), y + at(16.7), at(18), at(2.6));
}

/**
 * Draws an icon for home screens: the mark on paper, inside the circle of 80 % that every device leaves of it
 * (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
export function icon(ctx: CanvasRenderingContext2D, size: number, colour: Palette): void {
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, size, size);
  const within = size * 0.56;
  mark(ctx, (size - within) / 2, (size - within) / 2, within, colour);
}

/** Draws the mark and the name of the site. `x`, `y` is the mark’s top left corner. */
export function brand(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  colour: Palette,
): void {
  mark(ctx, x, y, size, colour);
  writeLabel(ctx, {
    x: x + size * 1.3,
    y: y + size * 0.68,
    size: size * 0.75,
    typeface: 'serif',
    tracking: -0.012,
    runs: [{ text: site.name, weight: 600, colour: colour.ink }],
  });
}
