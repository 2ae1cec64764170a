import type { BarGroup, BarRow, Bars } from '../../figures/barsFigure.ts';
import { isPaired, pitchesOf, tightest } from './barPitches.ts';
import type { Frame } from '../canvas/drawing.ts';
import { isWithheld, type Share } from '../../figures/parts.ts';
import { font, labelWidth, type Measure, type Run } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { shareLabel } from '../marks/shareLabel.ts';
import { scaleEnd } from '../canvas/scaleEnd.ts';
import { sidesDrop, sidesWidth, type SideBases } from '../marks/sidesLine.ts';
import type { Size } from '../canvas/size.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import type { SideId } from '../../survey/question.ts';

/** One bar’s place: its middle, and what is written after it. */
export interface PlacedBar {
  readonly side: SideId;
  readonly y: number;
  readonly value: BarRow['bars'][number]['value'];
  /** Whether its side’s mark stands before it, because its row has bars of both sides. */
  readonly marked: boolean;
  readonly runs: readonly Run[];
}

/** A row’s name, in lines, and its bars. `nameX` is where the lines end, or begin on a phone. */
export interface PlacedBarRow {
  readonly id: string;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly bars: readonly PlacedBar[];
}

export interface PlacedBarGroup {
  readonly id: string;
  readonly label: string;
  readonly labelY: number;
  readonly sidesX: number;
  readonly sidesY: number;
  readonly sides: readonly SideBases[];
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly PlacedBarRow[];
}

export interface BarsLayout {
  readonly groups: readonly PlacedBarGroup[];
  readonly bottom: number;
  /** Where bars begin, and how many pixels a share of 1 takes. */
  readonly zero: number;
  /** The room left of that for the marks of sides; none where all bars are of one side. */
  readonly markRoom: number;
  readonly perShare: number;
  readonly thick: number;
  /** Rows that a card has no room for. */
  readonly leftOut: number;
}

const HALF = 0.5;

const isShown = (value: object): value is Share => !isWithheld(value);

/**
 * Places every row before anything is drawn: names beside their bars, or above them on a phone.
 * @param closeness of rows on a card: 1 spreads them over its height, less takes less of it, and 0 is as close as type allows
 */
export function barsLayout(figure: Bars, size: Size, frame: Frame, pen: Pen, closeness = 1): BarsLayout {
  const phone = size.id === 'narrow';
  const all = figure.groups.flatMap(({ rows }) => rows);
  const markRoom = isPaired(figure.groups) ? 14 * size.unit : 0;
  const names = phone ? 0 : nameColumn(all, size, pen.measure);
  const column = names + markRoom;
  const shares = all.flatMap(({ bars }) => bars.map(({ value }) => value)).filter(isShown);
  // Without a printed scale half of everybody must always fit, or a small share would look like a large one.
  const end = scaleEnd([HALF, ...shares.map(({ hi }) => hi)]);
  const runsOf = (group: BarGroup, side: SideId, share: Share) =>
    shareLabel(share, side, {
      size,
      colour: pen.colour,
      n: figure.cut !== undefined || basesDiffer(group),
      terse: false,
      dated: figure.cut === undefined,
    });
  const words = figure.groups.flatMap((group) =>
    group.rows.flatMap(({ bars }) =>
      bars.flatMap(({ side, value }) =>
        isShown(value) ? [{ hi: value.hi, runs: runsOf(group, side, value) }] : [],
      ),
    ),
  );
  const room = size.width - column;
  // As long as the bars can be with every row’s words still beside them.
  const perShare = Math.min(
    room / end,
    ...words.map(
      ({ hi, runs }) => (room - 10 * size.unit - labelWidth({ size: size.value, runs }, pen.measure)) / hi,
    ),
  );
  const height = frame.height === undefined ? {} : { height: frame.height * closeness };
  const pitches = closeness === 0 ? tightest(figure, size) : pitchesOf(figure, size, { ...frame, ...height });
  const placed: PlacedBarGroup[] = [];
  let y = frame.top;
  let leftOut = 0;
  for (const group of figure.groups) {
    const next = placeGroup(group, y);
    const room = frame.height === undefined || next.bottom <= frame.top + frame.height;
    if (!room && placed.length > 0) {
      leftOut += group.rows.length;
      continue;
    }
    placed.push(next);
    y = next.bottom + 26 * size.unit;
  }
  return {
    groups: placed,
    bottom: placed.at(-1)?.bottom ?? y,
    zero: frame.left + column,
    markRoom,
    perShare,
    thick: pitches.thick,
    leftOut,
  };

  function placeGroup(group: BarGroup, from: number): PlacedBarGroup {
    const sides = [...new Set(group.rows.flatMap(({ bars }) => bars.map(({ side }) => side)))].map(
      (side) => ({
        side,
        ns: group.rows.flatMap(({ bars }) =>
          bars.flatMap((bar) => (bar.side === side && isShown(bar.value) ? [bar.value.n] : [])),
        ),
        // A cut is carried over whole, side by side, so that its heading says it once.
        asOf:
          figure.cut === undefined
            ? undefined
            : group.rows.flatMap(({ bars }) => bars).find((bar) => bar.side === side)?.value.asOf,
      }),
    );
    const labelY = from + size.heading;
    const labelWide =
      group.label === '' ? 0 : pen.measure(group.label, font(size.heading, 600)) + 20 * size.unit;
    const headed = labelWide + sidesWidth(sides, size, pen.measure);
    const apart = headed > size.width;
    const sidesY = apart ? labelY + 6 * size.unit + size.label : labelY;
    const top = sidesY + sidesDrop(sides, size, pen.measure) + pitches.head;
    let at = top;
    const rows = group.rows.map((row): PlacedBarRow => {
      const lines = wrapLabel(
        row.label,
        size.label,
        phone ? size.width : names - 16 * size.unit,
        pen.measure,
      );
      const line = size.label * 1.2;
      const rowBars = onceWhereAlike(row);
      const tall = rowBars.length * pitches.bar;
      const height = phone ? tall : Math.max(tall, lines.length * line);
      const barsTop = phone ? at + lines.length * line + 5 : at + (height - tall) / 2;
      const nameTop = phone ? at : at + (height - lines.length * line) / 2;
      at = (phone ? barsTop + tall : at + height) + pitches.gap;
      return {
        id: row.id,
        lines: lines.map((text, i) => ({ text, y: nameTop + i * line + line / 2 + size.label * 0.34 })),
        bars: rowBars.map(({ side, value }, i) => ({
          side,
          value,
          marked: row.bars.length > 1 && rowBars.length === row.bars.length,
          y: barsTop + (i + 0.5) * pitches.bar,
          runs: isShown(value) ? runsOf(group, side, value) : [],
        })),
      };
    });
    return {
      id: group.id,
      label: group.label,
      labelY,
      sidesX: frame.left + (apart ? 0 : labelWide),
      sidesY,
      sides,
      top: top - Math.min(pitches.gap / 2, 8 * size.unit),
      bottom: at - pitches.gap / 2,
      rows,
    };
  }
}

/** The bars of a row: one blank for both sides where neither is shown, and for the same reason. */
function onceWhereAlike({ bars }: BarRow): BarRow['bars'] {
  const [first, ...more] = bars;
  if (first === undefined || more.length === 0 || isShown(first.value)) return bars;
  const { because } = first.value;
  if (!more.every(({ value }) => isWithheld(value) && value.because === because)) return bars;
  return [{ side: first.side, value: { ...first.value, because: `Both sides: ${because}` } }];
}

/** Whether the rows of a group have bases so different that each must print its own (protocol 2.6: n on every chart). */
function basesDiffer({ rows }: BarGroup): boolean {
  const ns = rows.flatMap(({ bars }) =>
    bars.slice(0, 1).flatMap(({ value }) => (isShown(value) ? [value.n] : [])),
  );
  return Math.min(...ns) < 0.7 * Math.max(...ns);
}

function nameColumn(rows: readonly BarRow[], size: Size, measure: Measure): number {
  const most = size.id === 'card' ? 400 : 250;
  const gap = 16 * size.unit;
  const longest = rows.flatMap(({ label }) =>
    wrapLabel(label, size.label, most - gap, measure).map((line) => measure(line, font(size.label))),
  );
  return Math.ceil(Math.max(0, ...longest) + gap);
}
