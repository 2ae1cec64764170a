import { brand } from './brand.ts';
import { date } from '../../figures/date.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { labelWidth, type Pen, writeLabel } from '../canvas/label.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { TITLE_TRACKING, type WrappedTitle } from './wrapTitle.ts';

/** A share card in pixels, as LinkedIn asks for it; all its type is 21 px or more, because feeds show it at half size. */
export const cardPage = {
  width: 1200,
  height: 627,
  margin: 64,
  titleTop: 40,
  plotBottom: 530,
  small: 21,
} as const;

const LEADING = 1.08;

/** Where the plot may begin under a title. */
export function plotTop({ size, lines }: WrappedTitle): number {
  return cardPage.titleTop + lines.length * size * LEADING + 26;
}

/** Draws what surrounds the plot of a card: paper, the title, and a foot with the site, n, release, date, address. */
export function cardFrame(
  ctx: CanvasRenderingContext2D,
  { figure, words }: DescribedFigure,
  title: WrappedTitle,
  pen: Pen,
): void {
  const { colour, measure } = pen;
  const { width, height, margin, small } = cardPage;
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  for (const [i, text] of title.lines.entries()) {
    writeLabel(ctx, {
      x: margin,
      y: cardPage.titleTop + (i + 0.8) * title.size * LEADING,
      size: title.size,
      typeface: 'serif',
      tracking: TITLE_TRACKING,
      runs: [{ text, weight: 500, colour: colour.ink }],
    });
  }
  brand(ctx, margin, height - 36 - 40, 40, colour);

  const { madeUp, release, published, address } = figure.provenance;
  const right = width - margin;
  const [upper, lower] = [height - 68, height - 40];
  const facts = [words.bases, `Release “${release}”, ${date(published)}`]
    .filter((fact) => fact !== '')
    .join(' · ');
  const said = { size: small, runs: [{ text: facts, colour: colour['ink-2'] }] };
  writeLabel(ctx, { ...said, x: right, y: upper, align: 'right' });
  const where = { text: address, colour: colour['ink-2'] };
  writeLabel(ctx, { x: right, y: lower, size: small, align: 'right', runs: [where] });
  if (!madeUp) return;
  const mark = { size: small, runs: [{ text: sampleMark, weight: 600 as const, colour: colour.ink }] };
  const markWidth = labelWidth(mark, measure);
  const x = right - labelWidth(said, measure) - 20 - markWidth;
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(x - 5, upper - 10, markWidth + 10, 15);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(x - 5, upper + 5, markWidth + 10, 2);
  writeLabel(ctx, { ...mark, x, y: upper });
}
