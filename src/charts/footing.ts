import type { Figure } from './figure.ts';
import { font, writeLabel } from './label.ts';
import type { Pen } from './pen.ts';
import type { Size } from './size.ts';
import { sampleMark } from './standardNote.ts';

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
  const y = top + 14 * size.unit;
  const muted = pen.colour['ink-2'];
  const written = (text: string) => (text === '' ? 0 : pen.measure(text, font(size.small)) + 16);
  const crowded = marked && written(note) + written(sampleMark) > size.width;
  const markY = crowded ? y + 18 * size.unit : y;
  return {
    bottom: (marked ? markY : y) + 6 * size.unit,
    draw: (ctx) => {
      if (note !== '')
        writeLabel(ctx, { x: left, y, size: size.small, runs: [{ text: note, colour: muted }] });
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
