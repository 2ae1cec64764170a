import type { BaseFigure } from '../../figures/baseFigure.ts';
import type { Frame } from '../canvas/drawing.ts';
import { font, type Measure, type Pen, writeLabel } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { nothingYet } from '../../figures/releaseInWords.ts';
import type { Footing } from '../../words/footing.ts';
import { wrapLabel } from './wrapLabel.ts';

/**
 * The last line of a picture: that nothing is published yet, what the axis or the hatching means, on the left, and, as
 * long as the answers are made up, that they are, on the right. A card says the latter in its own foot.
 */
export function footing(
  { provenance }: BaseFigure,
  said: readonly string[],
  { left, top }: Pick<Frame, 'left' | 'top'>,
  { size, colour, measure }: Pen,
): { readonly bottom: number; readonly draw: (ctx: CanvasRenderingContext2D) => void } {
  const sentences = provenance.release === null ? [nothingYet, ...said] : said;
  const marked = provenance.madeUp && size.id !== 'card';
  if (sentences.length === 0 && !marked) return { bottom: top, draw: () => undefined };
  const leading = 18 * size.unit;
  const muted = colour['ink-2'];
  const lines = wrapSentences(sentences, size, measure);
  const written = (text: string) => (text === '' ? 0 : measure(text, font(size.small)) + 16);
  const crowded = marked && written(lines.at(-1) ?? '') + written(sampleMark) > size.width;
  const noteY = top + 14 * size.unit;
  const lastY = noteY + Math.max(0, lines.length - 1) * leading;
  const markY = crowded ? lastY + leading : lastY;
  return {
    bottom: (marked ? markY : lastY) + 6 * size.unit,
    draw: (ctx) => {
      for (const [i, text] of lines.entries()) {
        const runs = [{ text, colour: muted }];
        writeLabel(ctx, { x: left, y: noteY + i * leading, size: size.small, runs });
      }
      if (marked) {
        const x = left + size.width;
        writeLabel(ctx, {
          x,
          y: markY,
          size: size.small,
          align: 'right',
          runs: [{ text: sampleMark, colour: muted }],
        });
      }
    },
  };
}

/** All that a figure’s footing says. */
export const sentencesOf = ({ axis, hatching, bounds }: Footing): readonly string[] =>
  [...axis, hatching, bounds].filter((sentence) => sentence !== undefined);

/** What a card says under its plot, whose foot is full: what hatching means, where `room` pixels are left for it. */
export const hatchingOn = (
  { hatching }: Footing,
  room: number,
  { size }: Pick<Pen, 'size'>,
): readonly string[] => (hatching === undefined || room < 20 * size.unit ? [] : [hatching]);

/** Sentences in as few lines as fit, broken between its sentences where that is enough. */
function wrapSentences(
  sentences: readonly string[],
  { small, width }: Size,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  for (const [i, words] of sentences.entries()) {
    const sentence = i < sentences.length - 1 ? `${words}.` : words;
    const last = lines.at(-1);
    const longer = last === undefined ? sentence : `${last} ${sentence}`;
    if (last !== undefined && measure(longer, font(small)) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapLabel(sentence, small, width, measure));
  }
  return lines;
}
