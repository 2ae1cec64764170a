import type { Headline } from '../../words/words.ts';
import { type Label, labelWidth, type Measure, type Pen, writeLabel } from '../canvas/label.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import type { Room } from './cardFrame.ts';
import { wrapTitle, TITLE_TRACKING } from './wrapTitle.ts';

/** The sizes of its parts in pixels, at their largest. */
const NUMBER = 250;
const SAYS = 104;
const BESIDE = 56;
const COUNTS = 30;
const SMALLEST = 0.42;
/** How tall a digit is, by the size of its type, and from line to line. */
const DIGIT = 0.66;
const LEADING = 1.04;

/** A headline in its room: every label with its place, and where the blank is, if there is one. */
export interface PlacedHeadline {
  readonly labels: readonly Label[];
  readonly blank?: Room;
  readonly bottom: number;
}

type Text = Pick<Label, 'size' | 'typeface' | 'tracking'> & { readonly weight: 400 | 500 | 600 };

/** Sets a headline as large as its room allows: the number, what it is of, what stands beside it, its counts. */
export function placeHeadline(said: Headline, room: Room, pen: Pen): PlacedHeadline {
  for (let scale = 1; scale > SMALLEST; scale -= 0.02) {
    const placed = placeAt(said, scale, room, pen);
    if (placed.bottom <= room.top + room.height) return placed;
  }
  return placeAt(said, SMALLEST, room, pen);
}

/** The size of a number whose width fits. */
function numberSize(text: string, most: number, width: number, measure: Measure): number {
  const runs = [{ text, colour: '', weight: 500 as const }];
  const wide = labelWidth({ size: NUMBER, typeface: 'serif', tracking: TITLE_TRACKING, runs }, measure);
  return Math.min(most, (NUMBER * width) / wide);
}

function placeAt(said: Headline, scale: number, { left, top, width }: Room, pen: Pen): PlacedHeadline {
  const { colour, measure } = pen;
  const labels: Label[] = [];
  let y = top;
  let blank: Room | undefined;
  const write = (lines: readonly string[], { weight, ...text }: Text, ink: string, gap: number) => {
    for (const [i, line] of lines.entries()) {
      // From the ink above to that of the first line; from line to line by their size.
      y += i === 0 ? gap + text.size * DIGIT : text.size * LEADING;
      labels.push({ ...text, x: left, y, runs: [{ text: line, weight, colour: ink }] });
    }
  };
  const serif = { typeface: 'serif', tracking: TITLE_TRACKING, weight: 500 } as const;
  if (said.number === null) {
    blank = { left, top, width: 2.3 * SAYS * scale, height: SAYS * scale * 0.8 };
    y += blank.height;
  } else if (said.number !== '')
    write(
      [said.number],
      { ...serif, size: numberSize(said.number, NUMBER * scale, width, measure) },
      colour.ink,
      0,
    );
  const size = SAYS * scale;
  write(
    wrapTitle(said.says, width, size, measure),
    { ...serif, size },
    colour.ink,
    y === top ? 0 : size * 0.42,
  );
  const { beside = '', counts } = said;
  const small = Math.max(BESIDE * scale, COUNTS);
  if (beside !== '')
    write(
      wrapLabel(beside, small, width, measure, 600),
      { size: small, weight: 600 },
      colour.ink,
      small * 0.9,
    );
  if (counts !== '')
    write(
      wrapLabel(counts, COUNTS, width, measure),
      { size: COUNTS, weight: 400 },
      colour['ink-2'],
      COUNTS * 1.0,
    );
  return { labels, ...(blank !== undefined && { blank }), bottom: y + COUNTS * 0.25 };
}

/** Draws a headline; the blank stands where the number would. */
export function paintHeadline(
  ctx: CanvasRenderingContext2D,
  { labels, blank }: PlacedHeadline,
  { colour }: Pick<Pen, 'colour'>,
): void {
  if (blank !== undefined) {
    const { left, top, width, height } = blank;
    ctx.fillStyle = colour['blank-fill'];
    ctx.fillRect(left, top, width, height);
    ctx.fillStyle = colour['blank-line'];
    ctx.fillRect(left, top + height, width, 5);
  }
  for (const label of labels) writeLabel(ctx, label);
}
