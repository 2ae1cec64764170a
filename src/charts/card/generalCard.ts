import { site } from '../../site.ts';
import { brand } from './brand.ts';
import { cardPage } from './cardFrame.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { TITLE_TRACKING, wrapTitle } from './wrapTitle.ts';

/** The sentence that the site starts from; what comes after it is the blank. */
const letter = 'We have gone with someone else because';

/** Larger than a chart’s title: there is no plot beneath. */
const TITLE_SCALE = 1.5;

/** The picture in words. */
export const generalCardAlt = `${site.name} ${site.tagline}. “${letter}”, and then a blank.`;

/** Draws the card of a page without a chart of its own: what the site is, and the sentence that stops where a reason belongs. */
export function generalCard(ctx: CanvasRenderingContext2D, host: string, { colour, measure }: Pen): void {
  const { width, height, margin, small } = cardPage;
  const right = width - margin;
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  const title = wrapTitle(site.tagline, (right - margin) / TITLE_SCALE, measure);
  const size = title.size * TITLE_SCALE;
  for (const [index, text] of title.lines.entries()) {
    writeLabel(ctx, {
      x: margin,
      y: 116 + index * size * 1.08,
      size,
      typeface: 'serif',
      tracking: TITLE_TRACKING,
      runs: [{ text, weight: 500, colour: colour.ink }],
    });
  }
  writeLabel(ctx, {
    x: margin,
    y: 390,
    size: 38,
    typeface: 'serif',
    runs: [{ text: letter, weight: 400, colour: colour.ink }],
  });
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(margin, 418, right - margin, 66);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(margin, 484, right - margin, 5);
  brand(ctx, margin, height - 36 - 40, 40, colour);
  writeLabel(ctx, {
    x: right,
    y: height - 40,
    size: small,
    align: 'right',
    runs: [{ text: host, colour: colour['ink-2'] }],
  });
}
