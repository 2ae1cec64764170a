import { drawingRatio } from '../../charts/canvas/drawingRatio.ts';
import { font } from '../../charts/canvas/label.ts';
import { measure } from '../../charts/canvas/skia.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { embedWords } from './embedWords.ts';
import { keptDrawing } from './keptPicture.ts';

/** How tall a frame of one width must be, in pixels. */
export interface EmbedHeight {
  readonly width: number;
  readonly height: number;
}

/** The narrowest frame that we promise, those where the drawing changes how it grows (figure.css), what oEmbed offers, three between. */
const widths = [300, 400, 464, 520, 567, 671, 672, 720, 752];
const EDGES = 32;
/** The mark of made-up numbers: one line, its padding, its edge and the room beneath (embed.css), and what rounding takes. */
const MARK = 48;

/** How the texts are set (embed.css): the font, and the height of a line in pixels. */
const title = { font: font(22, 500, 'serif'), line: 26 };
const asked = { font: font(15), line: 21 };
const link = font(15);
const small = { font: font(13), line: 18 };

/** The second link where both do not fit on one line: its target, and what is between them on one. */
const LINK = 44;
const BETWEEN_LINKS = 24;

/** The lines that a text takes when each is filled word by word. */
function linesOf(text: string, face: string, room: number): number {
  const space = measure(' ', face);
  let lines = 1;
  let taken = 0;
  for (const word of text.split(' ')) {
    const width = measure(word, face);
    const isNext = taken > 0 && taken + space + width > room;
    if (isNext) lines += 1;
    taken = isNext || taken === 0 ? width : taken + space + width;
  }
  return lines;
}

/** The height of the lines that a text takes: halfway between those that it would fill and those that its words break into. */
function heightOf(text: string, set: { font: string; line: number }, room: number): number {
  return (set.line * (measure(text, set.font) / room + linesOf(text, set.font, room))) / 2;
}

/**
 * How tall an embed is at a few widths: between two of them as much of the way from one height to the other. The drawing’s
 * height is known; the words get a bound, whose two numbers are fitted to what Chromium measured of every chart and cut.
 * tests/browser/embed.test.ts holds it: nothing is cut off, and little room is left over.
 */
export function embedHeights(described: DescribedFigure): readonly EmbedHeight[] {
  const words = embedWords(described);
  const questions = described.figure.asked.map(({ whom, question }) => `${whom}: “${question}”`);
  const wide = drawingRatio(keptDrawing(described, 'wide'));
  const narrow = drawingRatio(keptDrawing(described, 'narrow'));
  return widths.map((width) => {
    const room = width - EDGES;
    const drawing = room < 640 ? Math.min(room, 432) * narrow : room * wide;
    const texts = [
      heightOf(words.title, title, room),
      ...(words.missing === undefined ? [] : [heightOf(words.missing, asked, room) + 12]),
      ...questions.map((question) => heightOf(question, asked, room) + 15),
      ...(words.note === undefined ? [] : [heightOf(words.note, small, room)]),
      heightOf(words.source, small, room),
      words.mark === undefined ? 0 : MARK,
      measure(words.link, link) + BETWEEN_LINKS + measure(words.invitation, link) > room ? LINK : 0,
    ];
    return { width, height: Math.ceil(texts.reduce((sum, height) => sum + height, drawing + 200)) };
  });
}
