import type { Bar, BarGroup, BarRow, Bars } from '../../figures/barsFigure.ts';
import { isWithheld, type Share, type Withheld } from '../../figures/parts.ts';
import type { SideId } from '../../survey/question.ts';
import type { Frame, Place } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen, type Run } from '../canvas/label.ts';
import { scaleEnd } from '../canvas/axes.ts';
import type { Box } from '../marks/strokes.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';
import { shareLabel } from '../marks/shareLabel.ts';
import { placeSides, sidesDrop, sidesWidth, type SideBases } from '../marks/sidesLine.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { isPaired, pitchesOf, tightest, type Pitches } from './barPitches.ts';

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

export interface PlacedBarGroup {
  readonly heading: Label | undefined;
  readonly sides: readonly SeriesHeading[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly { readonly names: readonly Label[]; readonly bars: readonly PlacedBar[] }[];
}

export interface BarsLayout {
  readonly groups: readonly PlacedBarGroup[];
  readonly bottom: number;
  readonly scale: BarScale;
  readonly thick: number;
  /** Whether bars have ranges. */
  readonly ranged: boolean;
  /** Rows that a card has no room for. */
  readonly leftOut: number;
}

/** Where bars begin and where the share `end` lies, in pixels, with the room before them for the marks of sides. */
export interface BarScale {
  readonly zero: number;
  readonly right: number;
  readonly end: number;
  readonly markRoom: number;
  readonly place: Place;
}

/** What placing a group needs to know of the whole picture. */
interface Whole {
  readonly figure: Bars;
  readonly left: number;
  readonly pen: Pen;
  readonly scale: BarScale;
  readonly pitches: Pitches;
}

const HALF = 0.5;

const isShown = (value: Share | Withheld): value is Share => !isWithheld(value);

/** Where a bar with its range ends; facts have no range. */
const endOf = ({ share, hi }: Share, { facts }: Bars): number => (facts === true ? share : hi);

/**
 * Places every row before anything is drawn: names beside their bars, or above them on a phone.
 * @param closeness of rows on a card: 1 spreads them over its height, less takes less of it, and 0 is as close as type allows
 */
export function barsLayout(figure: Bars, frame: Frame, pen: Pen, closeness = 1): BarsLayout {
  const { size } = pen;
  const height = frame.height === undefined ? {} : { height: frame.height * closeness };
  const pitches = closeness === 0 ? tightest(figure, size) : pitchesOf(figure, size, { ...frame, ...height });
  const scale = scaleOf(figure, frame.left, pen);
  const whole = { figure, left: frame.left, pen, scale, pitches };
  const placed: PlacedBarGroup[] = [];
  let y = frame.top;
  let leftOut = 0;
  for (const group of figure.groups) {
    const next = placeGroup(group, y, whole);
    const fits = frame.height === undefined || next.bottom <= frame.top + frame.height;
    if (fits || placed.length === 0) {
      placed.push(next);
      y = next.bottom + 26 * size.unit;
    } else leftOut += group.rows.length;
  }
  return {
    groups: placed,
    bottom: placed.at(-1)?.bottom ?? y,
    scale,
    thick: pitches.thick,
    ranged: figure.facts !== true,
    leftOut,
  };
}

/** As long as the bars can be with every row’s words still beside them. */
function scaleOf(figure: Bars, left: number, pen: Pen): BarScale {
  const { size } = pen;
  const markRoom = isPaired(figure.groups) ? 14 * size.unit : 0;
  const names = size.id === 'narrow' ? 0 : nameColumn(figure, pen);
  const words = figure.groups.flatMap((group) =>
    group.rows.flatMap(({ bars }) =>
      bars.flatMap(({ side, value }) =>
        isShown(value)
          ? [{ hi: endOf(value, figure), runs: wordsOf(value, side, group, { figure, pen }) }]
          : [],
      ),
    ),
  );
  // Without a printed scale half of everybody must always fit, or a small share would look like a large one.
  const end = scaleEnd([HALF, ...words.map(({ hi }) => hi)]);
  const room = size.width - names - markRoom;
  const perShare = Math.min(
    room / end,
    ...words.map(
      ({ hi, runs }) => (room - 10 * size.unit - labelWidth({ size: size.value, runs }, pen.measure)) / hi,
    ),
  );
  const zero = left + names + markRoom;
  return { zero, right: zero + end * perShare, end, markRoom, place: (share) => zero + share * perShare };
}

const wordsOf = (
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

function placeGroup(group: BarGroup, from: number, whole: Whole): PlacedBarGroup {
  const { left, pen, pitches } = whole;
  const { size } = pen;
  const sides = sidesOf(group);
  const labelY = from + size.heading;
  const labelWide =
    group.label === '' ? 0 : pen.measure(group.label, font(size.heading, 600)) + 20 * size.unit;
  const apart = labelWide + sidesWidth(sides, pen) > size.width;
  const sidesY = apart ? labelY + 6 * size.unit + size.label : labelY;
  const top = sidesY + sidesDrop(sides, pen) + pitches.head;
  let y = top;
  const rows = group.rows.map((row) => {
    const { bottom, ...placed } = placeRow(row, group, y, whole);
    y = bottom + pitches.gap;
    return placed;
  });
  const runs = [{ text: group.label, weight: 600 as const, colour: pen.colour.ink }];
  return {
    heading: group.label === '' ? undefined : { x: left, y: labelY, size: size.heading, runs },
    sides: placeSides(sides, { x: left + (apart ? 0 : labelWide), y: sidesY }, pen),
    // The line at 0 begins under the heading’s descenders.
    top: top - Math.min(pitches.gap / 2, 4 * size.unit),
    bottom: y - pitches.gap / 2,
    rows,
  };
}

const valuesOf = ({ rows }: BarGroup, side: SideId) =>
  rows.flatMap(({ bars }) => bars.filter((bar) => bar.side === side).map(({ value }) => value));

/** The earlier release that all of a side’s bars in a group are from: the heading says so once, and no bar. */
function sharedDate(group: BarGroup, side: SideId): string | undefined {
  const [first, ...others] = new Set(valuesOf(group, side).map(({ asOf }) => asOf));
  return others.length === 0 ? first : undefined;
}

/** Who is in a group. */
const sidesOf = (group: BarGroup): readonly SideBases[] =>
  [...new Set(group.rows.flatMap(({ bars }) => bars.map(({ side }) => side)))].map((side) => ({
    side,
    ns: valuesOf(group, side)
      .filter(isShown)
      .map(({ n }) => n),
    asOf: sharedDate(group, side),
  }));

function placeRow(row: BarRow, group: BarGroup, y: number, whole: Whole) {
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

function nameColumn({ groups }: Bars, { measure, size }: Pen): number {
  const most = size.id === 'card' ? 400 : 250;
  const gap = 16 * size.unit;
  const longest = groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ label }) => wrapLabel(label, size.label, most - gap, measure))
    .map((line) => measure(line, font(size.label)));
  return Math.ceil(Math.max(0, ...longest) + gap);
}
