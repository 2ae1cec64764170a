import type { BarGroup, Bars } from '../../figures/barsFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Frame } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen } from '../canvas/label.ts';
import { scaleEnd } from '../canvas/axes.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';
import { placeSides, sidesDrop, sidesWidth, type SideBases } from '../marks/sidesLine.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { isPaired, pitchesOf, tightest } from './barPitches.ts';
import {
  endOf,
  placeRow,
  sharedDate,
  valuesOf,
  wordsOf,
  type BarScale,
  type PlacedBarRow,
  type Whole,
} from './barRows.ts';

export interface PlacedBarGroup {
  readonly heading: Label | undefined;
  readonly sides: readonly SeriesHeading[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly PlacedBarRow[];
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

const HALF = 0.5;

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
        !isWithheld(value)
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

/** Who is in a group. */
const sidesOf = (group: BarGroup): readonly SideBases[] =>
  [...new Set(group.rows.flatMap(({ bars }) => bars.map(({ side }) => side)))].map((side) => ({
    side,
    ns: valuesOf(group, side).flatMap((value) => (isWithheld(value) ? [] : [value.n])),
    asOf: sharedDate(group, side),
  }));

function nameColumn({ groups }: Bars, { measure, size }: Pen): number {
  const most = size.id === 'card' ? 400 : 250;
  const gap = 16 * size.unit;
  const longest = groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ label }) => wrapLabel(label, size.label, most - gap, measure))
    .map((line) => measure(line, font(size.label)));
  return Math.ceil(Math.max(0, ...longest) + gap);
}
