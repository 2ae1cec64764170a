import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import { count } from '../../figures/percent.ts';
import type { Frame } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { nameLines, type NameLine } from './nameLines.ts';
import { placeNames, type PartName } from './placeNames.ts';
import { isNew, placeParts, underBar, type PlacedPart } from './placeParts.ts';
import { sumLabel } from './sumLabel.ts';

/** One bar of a close stack; every `y` of words is a baseline. */
export interface StackRow {
  readonly series: LadderSeries | Withheld;
  /** Its name in lines; behind the last one stands how many answered. */
  readonly lines: readonly (NameLine & { readonly y: number })[];
  readonly sum: Label | undefined;
  readonly names: readonly PartName[];
  readonly barTop: number;
  readonly parts: readonly PlacedPart[];
  /** What was too small for its place in the bar, in lines. */
  readonly leftOut: readonly { readonly text: string; readonly y: number }[];
}

export interface StackLayout extends Columns {
  readonly rows: readonly StackRow[];
  readonly bottom: number;
  readonly thick: number;
  /** The type of the names. */
  readonly type: number;
  /** The middle that five-point bars straddle. */
  readonly centre: number | undefined;
}

/** Where the bars lie from left to right, in pixels, and what shares their ends stand for, from the centre. */
interface Columns {
  readonly left: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
}

/** A bar before it has its height: its parts side by side, their names if it is the first to have them, its sum. */
interface Bar {
  readonly series: LadderSeries | Withheld;
  readonly parts: readonly PlacedPart[];
  readonly names: readonly PartName[];
  readonly namesRoom: number;
  readonly label: ReturnType<typeof sumLabel> | undefined;
}

/** Even a sliver has its name above it: the first bar is the key to all. */
const NAMEABLE = 4;
/** Room for names on a card, marks and `n = …` included. */
const NAMES_ON_CARD = 362;

const isShown = (series: LadderSeries | Withheld): series is LadderSeries => !isWithheld(series);

/** How far the parts of a five-point bar reach to either side of the middle of its third. */
function reach({ parts }: LadderSeries): readonly [number, number] {
  const share = (i: number) => parts[i]?.share ?? 0;
  return [share(0) + share(1) + share(2) / 2, share(2) / 2 + share(3) + share(4)];
}

const nameOf = ({ label, shortLabel }: LadderSeries | Withheld, size: Size): string =>
  size.id === 'wide' ? label : shortLabel;

/**
 * Places stacked bars one close under the other: their names and sums over them, or, on a card, on either side.
 * @param straddling whether bars lie on either side of the middle of their third part, as five points do
 * @param beside whether names and sums stand beside the bars and not over them
 */
export function stackLayout(
  all: readonly (LadderSeries | Withheld)[],
  { straddling, beside }: { readonly straddling: boolean; readonly beside: boolean },
  frame: Frame,
  pen: Pen,
): StackLayout {
  const { size } = pen;
  const u = size.unit;
  const columns = columnsOf(all.filter(isShown), { straddling, beside }, frame, pen);
  const bars = placeAll(all, straddling, columns, pen);
  const pitch = beside ? pitchOnCard(bars, frame) : 0;
  const thick = beside ? Math.min(38, pitch - 9) : size.id === 'narrow' ? 34 : 36;
  // Where one sum needs a line of its own, all have one, so that rows look alike.
  const apart = bars.some((bar) => !fitsOneLine(bar, pen));
  let y = frame.top;
  const rows = bars.map((bar) => {
    const row = beside
      ? besideBar(bar, y, thick, frame.left, pen)
      : overBar(bar, y, thick, apart, columns, pen);
    y = beside ? row.barTop + pitch : (row.leftOut.at(-1)?.y ?? row.barTop + thick) + 20 * u;
    return row;
  });
  const { left, width, low, high } = columns;
  return {
    ...columns,
    rows,
    bottom: beside ? y - (pitch - thick) : y - 10 * u,
    thick,
    type: beside ? size.label : size.heading,
    centre: straddling ? left + (low * width) / Math.max(1e-9, low + high) : undefined,
  };
}

function columnsOf(
  shown: readonly LadderSeries[],
  { straddling, beside }: { readonly straddling: boolean; readonly beside: boolean },
  frame: Frame,
  pen: Pen,
): Columns {
  const { size } = pen;
  const sums = shown.map((series) => labelWidth(sumLabel(series, pen), pen.measure));
  const sumRoom = beside ? Math.max(0, ...sums) + 16 * size.unit : 0;
  const nameRoom = beside ? NAMES_ON_CARD : 0;
  const furthest = (side: 0 | 1) => Math.max(0, ...shown.map((one) => reach(one)[side]));
  return {
    left: frame.left + nameRoom,
    width: size.width - nameRoom - sumRoom,
    low: straddling ? furthest(0) : 0,
    high: straddling ? furthest(1) : 1,
  };
}

function placeAll(
  all: readonly (LadderSeries | Withheld)[],
  straddling: boolean,
  { left, width, low, high }: Columns,
  pen: Pen,
): readonly Bar[] {
  const { measure, size } = pen;
  const whole = width / Math.max(1e-9, low + high);
  const named = new Set<string>();
  return all.map((series): Bar => {
    if (!isShown(series)) return { series, parts: [], names: [], namesRoom: 0, label: undefined };
    const start = straddling ? -reach(series)[0] : 0;
    const from = left + (low + start) * whole;
    const parts = placeParts(series.parts, { left: from, whole, start, size, measure, bare: true });
    const names = isNew(parts, named) ? placeNames(parts, size, left + width, measure, NAMEABLE) : [];
    const levels = names.reduce((most, { level }) => Math.max(most, level + 1), 0);
    const namesRoom = levels === 0 ? 0 : (11 + 17 * levels) * size.unit;
    return { series, parts, names, namesRoom, label: sumLabel(series, pen) };
  });
}

function fitsOneLine({ series, label }: Bar, { measure, size }: Pen): boolean {
  if (isWithheld(series) || label === undefined) return true;
  const asOf = series.asOf === undefined ? '' : `, as of ${series.asOf}`;
  const words = `${nameOf(series, size)} n = ${count(series.n)}${asOf}`;
  const heading = measure(words, font(size.heading, 600)) + size.heading * 1.15;
  return heading + labelWidth(label, measure) + 16 <= size.width;
}

/** Name and sum over the bar, on one line where both fit. */
function overBar(
  { series, parts, names, namesRoom, label }: Bar,
  y: number,
  thick: number,
  apart: boolean,
  { left, width }: Columns,
  { measure, size }: Pen,
): StackRow {
  const u = size.unit;
  const wrapped = nameLines(series, nameOf(series, size), { type: size.heading, room: size.width, measure });
  const lines = wrapped.map((line, i) => ({ ...line, y: y + size.heading * (1 + 1.2 * i) }));
  const headingY = lines.at(-1)?.y ?? y;
  const sumY = apart && label !== undefined ? headingY + 19 * u : headingY;
  const barTop = sumY + 8 * u + namesRoom;
  const unwritten = isShown(series) ? underBar(series, parts) : '';
  const under = unwritten === '' ? [] : wrapLabel(unwritten, size.small, size.width, measure);
  const leftOut = under.map((text, i) => ({
    text,
    y: barTop + thick + 5 * u + size.small * (1 + 1.25 * i),
  }));
  const at = apart ? ({ x: left, align: 'left' } as const) : ({ x: left + width, align: 'right' } as const);
  return { series, lines, sum: label && { ...label, ...at, y: sumY }, names, barTop, parts, leftOut };
}

/** Name on the left, sum on the right: all on one line, for a card. */
function besideBar(
  { series, parts, names, namesRoom, label }: Bar,
  y: number,
  thick: number,
  left: number,
  { measure, size }: Pen,
): StackRow {
  const barTop = y + namesRoom;
  const middle = barTop + thick / 2;
  const line = size.label * 1.12;
  const room = NAMES_ON_CARD - 14 * size.unit;
  const name = nameLines(series, nameOf(series, size), { type: size.label, room, measure });
  const first = middle - ((name.length - 1) * line) / 2 + size.label * 0.34;
  const lines = name.map((words, i) => ({ ...words, y: first + i * line }));
  const at = { x: left + size.width, y: middle + size.label * 0.34, align: 'right' } as const;
  return { series, lines, sum: label && { ...label, ...at }, names, barTop, parts, leftOut: [] };
}

/** How far apart bars stand on a card: as far as its room allows, up to what looks well. */
function pitchOnCard(bars: readonly Bar[], { height }: Frame): number {
  const namesRoom = bars.reduce((sum, bar) => sum + bar.namesRoom, 0);
  return Math.min(56, ((height ?? Infinity) - namesRoom) / Math.max(1, bars.length));
}
