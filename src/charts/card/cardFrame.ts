import { brand } from './brand.ts';
import { releaseInWords } from '../../figures/releaseInWords.ts';
import type { Figure } from '../../figures/figure.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
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
  /** The band over a card of made-up numbers: its words are read where a phone shows a card 358 pixels wide. */
  band: { height: 46, size: 36 },
} as const;

const LEADING = 1.08;

/** Where the title begins: lower, and a little closer, under a band. */
const titleTop = ({ provenance }: Figure): number =>
  provenance.madeUp ? cardPage.band.height + 12 : cardPage.titleTop;

/** Where the plot may begin under a title. */
export function plotTop(figure: Figure, { size, lines }: WrappedTitle): number {
  return titleTop(figure) + lines.length * size * LEADING + 26;
}

/** Draws what surrounds the plot of a card: paper, the title, and a foot with the site, n, release, date, address. */
export function cardFrame(
  ctx: CanvasRenderingContext2D,
  { figure, words }: DescribedFigure,
  title: WrappedTitle,
  pen: Pen,
): void {
  const { colour } = pen;
  const { width, height, margin, small } = cardPage;
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  for (const [i, text] of title.lines.entries()) {
    writeLabel(ctx, {
      x: margin,
      y: titleTop(figure) + (i + 0.8) * title.size * LEADING,
      size: title.size,
      typeface: 'serif',
      tracking: TITLE_TRACKING,
      runs: [{ text, weight: 500, colour: colour.ink }],
    });
  }
  brand(ctx, margin, height - 36 - 40, 40, colour);

  const { madeUp, address } = figure.provenance;
  const right = width - margin;
  const [upper, lower] = [height - 68, height - 40];
  const facts = [words.bases, releaseInWords(figure.provenance)].filter((fact) => fact !== '').join(' · ');
  const said = { size: small, runs: [{ text: facts, colour: colour['ink-2'] }] };
  writeLabel(ctx, { ...said, x: right, y: upper, align: 'right' });
  const where = { text: address, colour: colour['ink-2'] };
  writeLabel(ctx, { x: right, y: lower, size: small, align: 'right', runs: [where] });
  if (madeUp) band(ctx, pen);
}

/** Says across the top that the numbers are made up. */
export function band(ctx: CanvasRenderingContext2D, { colour }: Pen): void {
  const { width, margin } = cardPage;
  const { height, size } = cardPage.band;
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(0, height, width, 3);
  const runs = [{ text: sampleMark, weight: 600 as const, colour: colour.ink }];
  writeLabel(ctx, { x: margin, y: height / 2 + size * 0.34, size, runs });
}
