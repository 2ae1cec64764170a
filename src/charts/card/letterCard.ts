import { brand } from './brand.ts';
import { linkPage, MARGIN, SMALL } from './cardPage.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { lineWidth, TITLE_TRACKING, wrapTitle } from './wrapTitle.ts';

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

/** The sizes of a title, in pixels: the largest that has room, because a feed shows a link’s picture 128 pixels wide. */
const TITLE = { largest: 112, smallest: 56, step: 4 } as const;
/** How tall a capital is, and from one line to the next, by the size of the type. */
const CAPITAL = 0.69;
const LEADING = 1.08;
const AUTHOR_SIZE = 32;

/** Where the title begins, and where the letter does, above which title and author have to end. */
export const letterRoom = { title: 52, letter: 352 } as const;

/** The lines of a title and of its author, each with its baseline and size. */
export function letterHead(said: Omit<LetterCard, 'host'>, pen: Pick<Pen, 'measure'>) {
  for (let size: number = TITLE.largest; size > TITLE.smallest; size -= TITLE.step) {
    const head = headAt(said, size, pen);
    if (head.hasRoom) return head;
  }
  return headAt(said, TITLE.smallest, pen);
}

function headAt(
  { title, author = '' }: Omit<LetterCard, 'host'>,
  size: number,
  { measure }: Pick<Pen, 'measure'>,
) {
  const width = linkPage.width - 2 * MARGIN;
  const first = letterRoom.title + size * CAPITAL;
  const lines = wrapTitle(title, width, size, measure);
  const last = first + (lines.length - 1) * size * LEADING;
  const names = author === '' ? [] : wrapLabel(author, AUTHOR_SIZE, width, measure);
  const below = (i: number) => last + AUTHOR_SIZE * (1.8 + i * LEADING);
  return {
    title: lines.map((text, i) => ({ text, size, y: first + i * size * LEADING })),
    author: names.map((text, i) => ({ text, size: AUTHOR_SIZE, y: below(i) })),
    hasRoom:
      below(Math.max(names.length - 1, 0)) <= letterRoom.letter - AUTHOR_SIZE &&
      lines.every((line) => lineWidth(line, size, measure) <= width),
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
