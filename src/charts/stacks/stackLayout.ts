import type { Frame } from '../canvas/drawing.ts';
import type { LadderSeries } from '../../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import { font, labelWidth, type Label } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { count } from '../../figures/percent.ts';
import { placeNames, type PartName } from './placeNames.ts';
import { isNew, placeSegments, underBar, type Segment } from './segments.ts';
import type { Size } from '../canvas/size.ts';
import { nameLines, type NameLine } from './nameLines.ts';
import { sumLabel } from './sumLabel.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';

/** One bar of a close stack; every `y` of words is a baseline. */
export interface StackRow {
  readonly series: LadderSeries | Withheld;
  /** Its name in lines; behind the last one stands how many answered. */
  readonly lines: readonly (NameLine & { readonly y: number })[];
  readonly sum: Label | undefined;
  readonly names: readonly PartName[];
  readonly barTop: number;
  readonly segments: readonly Segment[];
  /** What was too small for its place in the bar, in lines. */
  readonly leftOut: readonly { readonly text: string; readonly y: number }[];
}

export interface StackLayout {
  readonly rows: readonly StackRow[];
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
  readonly thick: number;
  /** The middle that five-point bars straddle. */
  readonly centre: number | undefined;
}

const isShown = (series: LadderSeries | Withheld): series is LadderSeries => !isWithheld(series);

/** How far the parts of a five-point bar reach to either side of the middle of its third. */
function reach({ parts }: LadderSeries): readonly [number, number] {
  const share = (i: number) => parts[i]?.share ?? 0;
  return [share(0) + share(1) + share(2) / 2, share(2) / 2 + share(3) + share(4)];
}

/**
 * Places stacked bars one close under the other: their names and sums over them, or, on a card, on either side.
 * @param straddling whether bars lie on either side of the middle of their third part, as five points do
 * @param beside whether names and sums stand beside the bars and not over them
 */
export function stackLayout(
  all: readonly (LadderSeries | Withheld)[],
  { straddling, beside }: { readonly straddling: boolean; readonly beside: boolean },
  size: Size,
  frame: Frame,
  pen: Pen,
): StackLayout {
  const { measure } = pen;
  const u = size.unit;
  const shown = all.filter(isShown);
  const sum = (series: LadderSeries) => sumLabel(series, size, pen);
  const sumRoom = beside
    ? Math.max(0, ...shown.map((series) => labelWidth(sum(series), measure))) + 16 * u
    : 0;
  const nameRoom = beside ? NAMES_ON_CARD : 0;
  const left = frame.left + nameRoom;
  const width = size.width - nameRoom - sumRoom;
  const [low, high] = straddling
    ? [Math.max(0, ...shown.map((one) => reach(one)[0])), Math.max(0, ...shown.map((one) => reach(one)[1]))]
    : [0, 1];
  const whole = width / Math.max(1e-9, low + high);
  const centre = left + low * whole;
  const pitch = beside ? pitchOnCard(all, frame, namesOnCard()) : 0;
  const thick = beside ? Math.min(38, pitch - 9) : size.id === 'narrow' ? 34 : 36;
  const nameOf = ({ label, shortLabel }: LadderSeries | Withheld) =>
    size.id === 'wide' ? label : shortLabel;
  // Where one sum needs a line of its own, all have one, so that rows look alike.
  const apart = shown.some((series) => {
    const asOf = series.asOf === undefined ? '' : `, as of ${series.asOf}`;
    const words = `${nameOf(series)} n = ${count(series.n)}${asOf}`;
    const heading = measure(words, font(size.heading, 600)) + size.heading * 1.15;
    return heading + labelWidth(sum(series), measure) + 16 > size.width;
  });
  let y = frame.top;
  const named = new Set<string>();
  function namesOnCard(): number {
    const seen = new Set<string>();
    return shown.reduce((sum, series) => {
      const { segments, names } = place(series);
      return sum + (isNew(segments, seen) ? namesRoomOf(names) : 0);
    }, 0);
  }
  function namesRoomOf(names: readonly PartName[]): number {
    const levels = names.reduce((most, { level }) => Math.max(most, level + 1), 0);
    return levels === 0 ? 0 : (11 + 17 * levels) * u;
  }
  function place(series: LadderSeries): { segments: readonly Segment[]; names: readonly PartName[] } {
    const from = straddling ? centre - reach(series)[0] * whole : left;
    const segments = placeSegments(series.parts, { left: from, whole, size, measure, bare: true });
    return { segments, names: placeNames(segments, size, left + width, measure, NAMEABLE) };
  }

  const rows = all.map((series): StackRow => {
    const { segments, names: all } = isShown(series) ? place(series) : { segments: [], names: [] };
    const names = isNew(segments, named) ? all : [];
    const namesRoom = namesRoomOf(names);
    const label = isShown(series) ? sum(series) : undefined;
    if (beside) return besideBar();
    return overBar();

    /** Name and sum over the bar, on one line where both fit. */
    function overBar(): StackRow {
      const lines = nameLines(series, nameOf(series), { type: size.heading, room: size.width, measure }).map(
        (line, i) => ({
          ...line,
          y: y + size.heading * (1 + 1.2 * i),
        }),
      );
      const headingY = lines.at(-1)?.y ?? y;
      const sumY = apart && label !== undefined ? headingY + 19 * u : headingY;
      const barTop = sumY + 8 * u + namesRoom;
      const under = barTop + thick;
      const unwritten = isShown(series) ? underBar(series, segments) : '';
      const leftOut = (unwritten === '' ? [] : wrapLabel(unwritten, size.small, size.width, measure)).map(
        (text, i) => ({ text, y: under + 5 * u + size.small * (1 + 1.25 * i) }),
      );
      y = (leftOut.at(-1)?.y ?? under) + 20 * u;
      return {
        series,
        lines,
        sum: label && {
          ...label,
          x: apart ? left : left + width,
          y: sumY,
          align: apart ? 'left' : 'right',
        },
        names,
        barTop,
        segments,
        leftOut,
      };
    }

    /** Name on the left, sum on the right: all on one line, for a card. */
    function besideBar(): StackRow {
      const barTop = y + namesRoom;
      const middle = barTop + thick / 2;
      const line = size.label * 1.12;
      const name = nameLines(series, nameOf(series), {
        type: size.label,
        room: NAMES_ON_CARD - 14 * u,
        measure,
      });
      const first = middle - ((name.length - 1) * line) / 2 + size.label * 0.34;
      const lines = name.map((words, i) => ({ ...words, y: first + i * line }));
      y = barTop + pitch;
      return {
        series,
        lines,
        sum: label && {
          ...label,
          x: frame.left + size.width,
          y: middle + size.label * 0.34,
          align: 'right',
        },
        names,
        barTop,
        segments,
        leftOut: [],
      };
    }
  });
  const bottom = beside ? y - (pitch - thick) : y - 10 * u;
  return { rows, bottom, left, width, thick, centre: straddling ? centre : undefined };
}

/** How far apart bars stand on a card: as far as its room allows, up to what looks well. */
function pitchOnCard(rows: readonly unknown[], { height }: Frame, namesRoom: number): number {
  return Math.min(56, ((height ?? Infinity) - namesRoom) / Math.max(1, rows.length));
}

/** Even a sliver has its name above it: the first bar is the key to all. */
const NAMEABLE = 4;

/** Room for names on a card, marks and `n = …` included. */
const NAMES_ON_CARD = 362;
