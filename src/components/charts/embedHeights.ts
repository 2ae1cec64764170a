import { drawingRatio } from '../../charts/canvas/drawingRatio.ts';
import { renderSvg } from '../../charts/render.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { embedWords } from './embedWords.ts';

/** How tall a frame of one width must be, in pixels. */
export interface EmbedHeight {
  readonly width: number;
  readonly height: number;
}

/** The narrowest frame that we promise, those where the drawing changes how it grows (figure.css), and what oEmbed offers: 720. */
const widths = [300, 464, 671, 672, 720, 752];
const EDGES = 32;

/**
 * How tall an embed is at a few widths: between two of them as much of the way from one height to the other. The drawing’s
 * height is known; the words get a generous bound, fitted to what Chromium measured of every chart and cut.
 * tests/browser/embed.test.ts holds it: nothing is cut off, and little room is left over.
 */
export function embedHeights(described: DescribedFigure): readonly EmbedHeight[] {
  const { title, note, mark = '', source } = embedWords(described);
  const asked = described.figure.asked.map(({ whom, question }) => `${whom}: “${question}”`);
  // A letter of the title takes twice the room of any other.
  const letters = [title, title, ...asked, note, mark, source].join('').length;
  const wide = drawingRatio(renderSvg(described, 'wide'));
  const narrow = drawingRatio(renderSvg(described, 'narrow'));
  return widths.map((width) => {
    const room = width - EDGES;
    const drawing = room < 640 ? Math.min(room, 432) * narrow : room * wide;
    const words = 200 + 26 * asked.length + (124 * letters) / room;
    return { width, height: Math.ceil(drawing + words) };
  });
}
