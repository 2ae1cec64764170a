import { sampleMark } from '../../figures/standardNote.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { brand } from './brand.ts';
import { BAND, FOOT, MARGIN, SMALL, type CardPage } from './cardPage.ts';

/** What stands at the edges of a picture. */
export interface CardEdges {
  readonly madeUp: boolean;
  /** At its foot, on the right, in one line or two: the release, the address. */
  readonly foot: readonly string[];
}

/** A part of a picture, in pixels. */
export interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the edges leave. */
export function roomOf({ width, height }: CardPage, { madeUp, foot }: CardEdges): Room {
  const top = madeUp ? BAND.height + 40 : 56;
  // The foot has room for two lines.
  const more = Math.max(0, foot.length - 2) * SMALL * 1.3;
  return { left: MARGIN, top, width: width - 2 * MARGIN, height: height - FOOT - more - top };
}

/** Draws the paper, the band that says that numbers are made up, and the foot with the site’s name and where this is from. */
export function cardFrame(
  ctx: CanvasRenderingContext2D,
  { width, height }: CardPage,
  { madeUp, foot }: CardEdges,
  { colour }: Pick<Pen, 'colour'>,
): void {
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  if (madeUp) {
    ctx.fillStyle = colour['blank-fill'];
    ctx.fillRect(0, 0, width, BAND.height);
    ctx.fillStyle = colour['blank-line'];
    ctx.fillRect(0, BAND.height, width, BAND.line);
    const runs = [{ text: sampleMark, weight: 600 as const, colour: colour.ink }];
    writeLabel(ctx, { x: MARGIN, y: BAND.height / 2 + BAND.size * 0.34, size: BAND.size, runs });
  }
  brand(ctx, MARGIN, height - 36 - 44, 44, colour);
  for (const [i, text] of foot.toReversed().entries())
    writeLabel(ctx, {
      x: width - MARGIN,
      y: height - 42 - i * SMALL * 1.3,
      size: SMALL,
      align: 'right',
      runs: [{ text, colour: colour['ink-2'] }],
    });
}
