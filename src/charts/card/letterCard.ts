import { brand } from './brand.ts';
import { linkPage, MARGIN, SMALL } from './cardPage.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { TITLE_TRACKING, wrapTitle } from './wrapTitle.ts';

/** What a card without a chart says. */
export interface LetterCard {
  readonly title: string;
  /** Who wrote what the title is of. */
  readonly author?: string;
  /** Printed at its foot, such as nobutwhy.example. */
  readonly host: string;
}

/** The sentence that the site starts from; what comes after it is the blank. */
const letter = 'We have gone with someone else because';

/** The end of such a card’s alternative text. */
export const letterInWords = `“${letter}”, and then a blank.`;

/** Larger than a chart’s title: there is no plot beneath. */
const TITLE_SCALE = 1.5;
/** From one line to the next, by its size. */
const LEADING = 1.08;
const AUTHOR_SIZE = 32;

/** Where the title begins, and where the letter does, above which title and author have to end. */
export const letterRoom = { title: 44, letter: 352 } as const;

/** The lines of a title and of its author, each with its baseline and size. */
export function letterHead(
  { title, author = '' }: Omit<LetterCard, 'host'>,
  { measure }: Pick<Pen, 'measure'>,
) {
  const width = linkPage.width - 2 * MARGIN;
  const set = wrapTitle(title, width / TITLE_SCALE, measure);
  const size = set.size * TITLE_SCALE;
  const first = letterRoom.title + size;
  const lines = set.lines.map((text, i) => ({ text, size, y: first + i * size * LEADING }));
  const below = first + (lines.length - 1) * size * LEADING + AUTHOR_SIZE * 1.8;
  const names = author === '' ? [] : wrapLabel(author, AUTHOR_SIZE, width, measure);
  return {
    title: lines,
    author: names.map((text, i) => ({ text, size: AUTHOR_SIZE, y: below + i * AUTHOR_SIZE * LEADING })),
  };
}

/** Draws the card of a page that is words: its title, and the sentence that stops where a reason belongs. */
export function letterCard(ctx: CanvasRenderingContext2D, said: LetterCard, pen: Pen): void {
  const { colour } = pen;
  const { width, height } = linkPage;
  const right = width - MARGIN;
  ctx.fillStyle = colour.paper;
  ctx.fillRect(0, 0, width, height);
  const { title, author } = letterHead(said, pen);
  for (const { text, size, y } of title) {
    const runs = [{ text, weight: 500 as const, colour: colour.ink }];
    writeLabel(ctx, { x: MARGIN, y, size, typeface: 'serif', tracking: TITLE_TRACKING, runs });
  }
  for (const { text, size, y } of author)
    writeLabel(ctx, { x: MARGIN, y, size, runs: [{ text, colour: colour['ink-2'] }] });
  writeLabel(ctx, {
    x: MARGIN,
    y: letterRoom.letter + 38,
    size: 38,
    typeface: 'serif',
    runs: [{ text: letter, weight: 400, colour: colour.ink }],
  });
  ctx.fillStyle = colour['blank-fill'];
  ctx.fillRect(MARGIN, 418, right - MARGIN, 66);
  ctx.fillStyle = colour['blank-line'];
  ctx.fillRect(MARGIN, 484, right - MARGIN, 5);
  brand(ctx, MARGIN, height - 36 - 40, 40, colour);
  writeLabel(ctx, {
    x: right,
    y: height - 40,
    size: SMALL,
    align: 'right',
    runs: [{ text: said.host, colour: colour['ink-2'] }],
  });
}
