import type { Bar, BarGroup, BarRow, Bars } from '../../figures/barsFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import type { SideId } from '../../survey/question.ts';
import type { Place } from '../canvas/drawing.ts';
import { font, type Label, type Pen, type Run } from '../canvas/label.ts';
import { shareLabel } from '../marks/shareLabel.ts';
import type { Box } from '../marks/strokes.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import type { Pitches } from './barPitches.ts';

/** One bar: `y` is its middle in pixels. */
export interface PlacedBar {
  readonly side: SideId;
  readonly y: number;
  /** Whether its side’s mark stands before it, because its row has bars of both sides. */
  readonly marked: boolean;
  readonly value: Share | Withheld;
  /** What is written after the bar; a blank has its reason in its box, or beside a box too low for it. */
  readonly words: Label | undefined;
  readonly blank: { readonly box: Box; readonly beside: boolean; readonly room: number } | undefined;
}

/** A row: its name in lines, and its bars. */
export interface PlacedBarRow {
  readonly names: readonly Label[];
  readonly bars: readonly PlacedBar[];
}

/** Where bars begin and where the share `end` lies, in pixels, with the room before them for the marks of sides. */
export interface BarScale {
  readonly zero: number;
  readonly right: number;
  readonly end: number;
  readonly markRoom: number;
  readonly place: Place;
}

/** What placing a group or a row needs to know of the whole picture. */
export interface Whole {
  readonly figure: Bars;
  readonly left: number;
  readonly pen: Pen;
  readonly scale: BarScale;
  readonly pitches: Pitches;
}

const isShown = (value: Share | Withheld): value is Share => !isWithheld(value);

/** Where a bar with its range ends; facts have no range. */
export const endOf = ({ share, hi }: Share, { facts }: Bars): number => (facts === true ? share : hi);

export const valuesOf = ({ rows }: BarGroup, side: SideId): readonly (Share | Withheld)[] =>
  rows.flatMap(({ bars }) => bars.filter((bar) => bar.side === side).map(({ value }) => value));

/** The earlier release that all of a side’s bars in a group are from: the heading says so once, and no bar. */
export function sharedDate(group: BarGroup, side: SideId): string | undefined {
  const [first, ...others] = new Set(valuesOf(group, side).map(({ asOf }) => asOf));
  return others.length === 0 ? first : undefined;
}

/** What is written after a bar. */
export const wordsOf = (
  share: Share,
  side: SideId,
  group: BarGroup,
  { figure, pen }: Pick<Whole, 'figure' | 'pen'>,
): readonly Run[] =>
  shareLabel(share, side, pen, {
    n: figure.cut !== undefined || basesDiffer(group),
    terse: false,
    dated: sharedDate(group, side) === undefined,
    ranged: figure.facts !== true,
  });

/** Places a row from `y` on: its name beside its bars, or above them on a phone. */
export function placeRow(
  row: BarRow,
  group: BarGroup,
  y: number,
  whole: Whole,
): PlacedBarRow & { readonly bottom: number } {
  const { left, pen, scale, pitches } = whole;
  const { size } = pen;
  const phone = size.id === 'narrow';
  const nameRight = scale.zero - scale.markRoom;
  const room = phone ? size.width : nameRight - left - 16 * size.unit;
  const lines = wrapLabel(row.label, size.label, room, pen.measure);
  const line = size.label * 1.2;
  const bars = onceWhereAlike(row);
  const tall = bars.length * pitches.bar;
  const height = phone ? tall : Math.max(tall, lines.length * line);
  const barsTop = phone ? y + lines.length * line + 5 : y + (height - tall) / 2;
  const nameTop = phone ? y : y + (height - lines.length * line) / 2;
  const marked = row.bars.length > 1 && bars.length === row.bars.length;
  const at = phone ? ({ x: left } as const) : ({ x: nameRight - 12 * size.unit, align: 'right' } as const);
  return {
    names: lines.map((text, i): Label => ({
      ...at,
      y: nameTop + i * line + line / 2 + size.label * 0.34,
      size: size.label,
      runs: [{ text, colour: pen.colour.ink }],
    })),
    bars: bars.map((bar, i) => placeBar(bar, group, barsTop + (i + 0.5) * pitches.bar, marked, whole)),
    bottom: phone ? barsTop + tall : y + height,
  };
}

function placeBar(
  { side, value }: Bar,
  group: BarGroup,
  y: number,
  marked: boolean,
  whole: Whole,
): PlacedBar {
  const { left, pen, scale, pitches } = whole;
  const { size } = pen;
  const placed = { side, y, marked, value };
  if (isShown(value)) {
    const [x, baseline] = [scale.place(endOf(value, whole.figure)) + 8 * size.unit, y + size.value * 0.34];
    const words = { x, y: baseline, size: size.value, runs: wordsOf(value, side, group, whole) };
    return { ...placed, words, blank: undefined };
  }
  // A box too low for its words has them beside it, where a bar has its share.
  const beside = pitches.thick < size.small * 1.3;
  const room = left + size.width - scale.zero;
  const words = pen.measure(value.because, font(size.small)) + size.small * 0.5;
  const width = beside && value.because !== '' ? Math.max(14, Math.min(40 * size.unit, room - words)) : room;
  const box = { x: scale.zero, y: y - pitches.thick / 2, width, height: pitches.thick };
  return { ...placed, words: undefined, blank: { box, beside, room } };
}

/** The bars of a row: one blank for both sides where neither is shown, and for the same reason. */
function onceWhereAlike({ bars }: BarRow): BarRow['bars'] {
  const [first, ...more] = bars;
  if (first === undefined || more.length === 0 || isShown(first.value)) return bars;
  const { because, few } = first.value;
  if (few !== undefined) return bars;
  if (!more.every(({ value }) => isWithheld(value) && value.because === because)) return bars;
  return [
    { side: first.side, value: { ...first.value, because: because === '' ? '' : `Both sides: ${because}` } },
  ];
}

/** Whether the rows of a group have bases so different that each must print its own (protocol 2.6: n on every chart). */
function basesDiffer({ rows }: BarGroup): boolean {
  const ns = rows.flatMap(({ bars }) =>
    bars.slice(0, 1).flatMap(({ value }) => (isShown(value) ? [value.n] : [])),
  );
  return Math.min(...ns) < 0.7 * Math.max(...ns);
}
