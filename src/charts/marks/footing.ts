import type { Figure } from '../../figures/figure.ts';
import { font, writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import type { Size } from '../canvas/size.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { wrapLabel } from './wrapLabel.ts';

/**
 * The last line of a picture: what the axis or the hatching means, on the left, and, as long as the answers are made
 * up, that they are, on the right. A card says the latter in its own foot.
 */
export function footing(
  figure: Figure,
  note: string,
  {
    size,
    left,
    top,
    pen,
  }: { readonly size: Size; readonly left: number; readonly top: number; readonly pen: Pen },
): { readonly bottom: number; readonly draw: (ctx: CanvasRenderingContext2D) => void } {
  const marked = figure.provenance.madeUp && size.id !== 'card';
  if (note === '' && !marked) return { bottom: top, draw: () => undefined };
  const leading = 18 * size.unit;
  const muted = pen.colour['ink-2'];
  const lines = note === '' ? [] : wrapSentences(note, size, pen);
  const written = (text: string) => (text === '' ? 0 : pen.measure(text, font(size.small)) + 16);
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

/** A note in as few lines as fit, broken between its sentences where that is enough. */
function wrapSentences(note: string, { small, width }: Size, { measure }: Pen): readonly string[] {
  const lines: string[] = [];
  for (const sentence of note.split(/(?<=\.) /)) {
    const last = lines.at(-1);
    const longer = last === undefined ? sentence : `${last} ${sentence}`;
    if (last !== undefined && measure(longer, font(small)) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapLabel(sentence, small, width, measure));
  }
  return lines;
}
