import { brand } from './brand.ts';
import { releaseInWords } from '../../figures/releaseInWords.ts';
import type { Figure } from '../../figures/figure.ts';
import type { DescribedFigure, Words } from '../../words/words.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
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
/** From one line of small type to the next. */
const SMALL_LINE = 28;

/** Where the title begins: lower, and a little closer, under a band. */
const titleTop = ({ provenance }: Figure): number =>
  provenance.madeUp ? cardPage.band.height + 12 : cardPage.titleTop;

const titleBottom = (figure: Figure, { size, lines }: WrappedTitle): number =>
  titleTop(figure) + lines.length * size * LEADING;

/** What is missing, under a title that says no finding. */
const missingOn = ({ missingAlone = '' }: Words, { measure }: Pen): readonly string[] =>
  missingAlone === ''
    ? []
    : wrapLabel(missingAlone, cardPage.small, cardPage.width - 2 * cardPage.margin, measure);

/** Where the plot may begin under a title and what is missing. */
export function plotTop({ figure, words }: DescribedFigure, title: WrappedTitle, pen: Pen): number {
  const lines = missingOn(words, pen).length;
  return titleBottom(figure, title) + (lines === 0 ? 26 : lines * SMALL_LINE + 14);
}

/** Writes what is missing, from its first baseline. */
export function writeMissing(
  ctx: CanvasRenderingContext2D,
  { words }: Pick<DescribedFigure, 'words'>,
  y: number,
  pen: Pen,
): void {
  for (const [i, text] of missingOn(words, pen).entries())
    writeLabel(ctx, {
      x: cardPage.margin,
      y: y + i * SMALL_LINE,
      size: cardPage.small,
      runs: [{ text, colour: pen.colour['ink-2'] }],
    });
}

/** Draws what surrounds the plot of a card: paper, the title, and a foot with the site, n, release, date, address. */
export function cardFrame(
  ctx: CanvasRenderingContext2D,
  described: DescribedFigure,
  title: WrappedTitle,
  pen: Pen,
): void {
  const { figure, words } = described;
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
  writeMissing(ctx, described, titleBottom(figure, title) + 24, pen);
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
