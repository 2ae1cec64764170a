import type { Few } from '../../figures/parts.ts';
import type { SideId } from '../../survey/question.ts';
import { font, writeLabel, type Pen } from '../canvas/label.ts';
import { sideColour, sideMark } from './sideMark.ts';
import type { Box } from './strokes.ts';

/** From mark to mark, in marks. */
const PITCH = 1.3;

/** Filled for those who are counted, and an outline of the same shape for the others. */
function paintMarks(
  ctx: CanvasRenderingContext2D,
  { counted, of }: Few,
  side: SideId,
  { x, y, mark, colour }: { x: number; y: number; mark: number; colour: Pen['colour'] },
): void {
  for (let i = 0; i < of; i += 1) {
    const at = { x: x + mark / 2 + i * mark * PITCH, y };
    if (i < counted) {
      sideMark(ctx, side, { ...at, size: mark, colour });
      continue;
    }
    ctx.strokeStyle = sideColour(side, colour);
    ctx.lineWidth = 1.25;
    const size = mark - 1.25;
    if (side === 'employer') {
      ctx.strokeRect(at.x - size / 2, at.y - size / 2, size, size);
      continue;
    }
    ctx.beginPath();
    ctx.arc(at.x, at.y, size / 2, 0, 2 * Math.PI);
    ctx.stroke();
  }
}

/**
 * Draws 10 to 29 people where a bar would be: one mark each, and how many of them. No length stands for a share, so it
 * has neither scale nor range (protocol 2.11).
 * @param room how far the strip and its words may reach; the words stand under the marks where a box is high enough
 */
export function fewStrip(
  ctx: CanvasRenderingContext2D,
  box: Box,
  { few, side, size, room = box.width }: { few: Few; side: SideId; size: number; room?: number },
  { colour, measure, size: { unit } }: Pick<Pen, 'colour' | 'measure' | 'size'>,
): void {
  const { counted, of, does } = few;
  const [short, long] = [`So far ${counted} of ${of}`, `So far ${counted} of ${of} ${does}`];
  const gap = 10 * unit;
  const wide = (text: string): number => measure(text, font(size));
  // A low box stands beside a scale, which is not for people: the strip keeps off its line at 0, and hides its grid.
  const isHigh = box.height >= size * 2.2;
  const left = isHigh ? 0 : size * 0.8;
  const inside = room - left;
  // As large as fits with the shortest words beside it, or alone over them.
  const most = (inside - (isHigh ? 0 : wide(short) + 2 * gap)) / (of * PITCH);
  const mark = Math.min(9 * unit, box.height * 0.7, most);
  const strip = of * mark * PITCH;
  const isBeside = !isHigh || strip + gap + wide(long) <= inside;
  const text = (isBeside ? strip + gap : 0) + wide(long) + gap <= inside ? long : short;
  const [x, y] = [box.x + left, isBeside ? box.y + box.height / 2 : box.y + mark / 2 + 1];
  if (!isHigh) {
    ctx.fillStyle = colour.paper;
    ctx.fillRect(box.x + 1, box.y, room - 1, box.height);
  }
  paintMarks(ctx, few, side, { x, y, mark, colour });
  writeLabel(ctx, {
    x: isBeside ? x + strip + gap : x,
    y: isBeside ? y + size * 0.34 : box.y + box.height - size * 0.2,
    size,
    runs: [{ text, colour: colour['ink-2'] }],
  });
}
