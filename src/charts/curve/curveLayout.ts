import type { Curve, CurvePoint, CurveSeries } from '../../figures/curveFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { placeBetween, type Frame } from '../canvas/drawing.ts';
import { font, type Label, type Pen } from '../canvas/label.ts';
import { axisHeight, type Size } from '../canvas/size.ts';
import { placeBlank, type PlacedBlank } from './curveBlank.ts';
import { placeHeadings, type CurveHeadings } from './curveHeadings.ts';
import { placeLabels } from './curveLabels.ts';
import type { CurvePlot } from './curvePlot.ts';

export interface CurveLayout {
  readonly shown: readonly CurveSeries[];
  readonly headings: CurveHeadings;
  readonly plot: CurvePlot;
  /** The room of the axis of days, and the days printed under it. */
  readonly axis: number;
  readonly days: readonly number[];
  readonly labels: readonly Label[];
  /** What the axis of shares counts, over it. */
  readonly measure: Label | undefined;
  readonly blank: PlacedBlank | undefined;
  readonly landmark: { readonly x: number; readonly label: Label; readonly note: string } | undefined;
}

const HEIGHT = { wide: 262, narrow: 242, card: 250 } as const;
/** The plot runs on a little past its last day, which has a mark and a range. */
const SPARE = 1;
/** A curve higher than this leaves the room for a landmark’s name at the bottom. */
const CROWD = 0.88;

/** Places the plot under its headings, and every word in it, before anything is drawn. */
export function curveLayout(figure: Curve, frame: Frame, pen: Pen): CurveLayout {
  const { size } = pen;
  const shown = figure.series.filter((series): series is CurveSeries => !isWithheld(series));
  const parts = shown.flatMap((series) => series.parts);
  const headings = placeHeadings(figure.series, frame, pen);
  const days = [...new Set(parts.map(({ upTo }) => upTo))];
  // Half an empty plot says nothing: days after the last known one are left to the table.
  const end = Math.max(1, ...days, ...(figure.landmark === undefined ? [] : [figure.landmark.day])) + SPARE;
  const empty = shown.length === 0;
  const axis = empty ? 0 : axisHeight(size);
  const titleY = headings.bottom + size.small * 0.6;
  const top = empty ? headings.bottom : titleY + size.small * 0.6 + 8 * size.unit;
  const plot = plotOf(top, axis, { end, lines: shown.length }, frame, pen);
  const right = frame.left + size.width;
  const [only, second] = shown;
  const alone = second === undefined ? only : undefined;
  return {
    shown,
    headings,
    plot,
    axis,
    days: roomyDays(days, end, size),
    labels: empty ? [] : placeLabels(shown, { plot, right, rest: alone && figure.rest }, pen),
    blank:
      figure.blank === undefined || alone === undefined
        ? undefined
        : placeBlank(alone.parts, figure.blank, plot, pen),
    landmark: empty ? undefined : placeLandmark(figure.landmark, parts, plot, pen),
    measure: empty
      ? undefined
      : {
          x: frame.left,
          y: titleY,
          size: size.small,
          runs: [{ text: figure.measure, colour: pen.colour['ink-2'] }],
        },
  };
}

/** Everything over the axis of days; none of it where no line is shown. */
function plotOf(
  top: number,
  axis: number,
  { end, lines }: { readonly end: number; readonly lines: number },
  frame: Frame,
  { measure, size }: Pen,
): CurvePlot {
  const u = size.unit;
  const tallest =
    frame.height === undefined ? HEIGHT[size.id] : frame.height - (top - frame.top) - axis - 20 * u;
  // Where two lines end, each says whose it is.
  const phone = lines > 1 ? 74 : 68;
  const left = frame.left + measure('100%', font(size.small)) + 8;
  const right = frame.left + size.width - (size.id === 'narrow' ? phone : 118 * u);
  const bottom = top + (lines === 0 ? 0 : tallest);
  return {
    area: { left, top, right, bottom },
    x: placeBetween(left, right, end),
    y: placeBetween(bottom, top, 1),
    end,
  };
}

/** The days that are printed under the axis: on a phone not those that the day before leaves no room for. */
function roomyDays(days: readonly number[], end: number, size: Size): readonly number[] {
  const printed: number[] = [];
  for (const day of days) {
    const before = printed.at(-1);
    const apart = before === undefined ? Infinity : ((day - before) / end) * (size.width - 150 * size.unit);
    if (apart >= size.small * 0.85) printed.push(day);
  }
  return printed;
}

/** A day that means something outside the survey, with its name where no step has its share. A card has no room to say what it is. */
function placeLandmark(
  landmark: Curve['landmark'],
  parts: readonly CurvePoint[],
  { area, x: placeDay }: CurvePlot,
  { colour, measure, size }: Pen,
): CurveLayout['landmark'] {
  if (landmark === undefined || size.id === 'card') return undefined;
  const { day, label: text, note } = landmark;
  const x = placeDay(day);
  const isCrowded = parts.some(({ hi }) => hi > CROWD);
  const after = area.right - x - 8 >= measure(text, font(size.small));
  return {
    x,
    note,
    label: {
      ...(after ? { x: x + 8 } : { x: x - 8, align: 'right' }),
      y: isCrowded ? area.bottom - size.small * 0.7 : area.top + size.small * 1.5,
      size: size.small,
      halo: colour.paper,
      runs: [{ text, colour: colour['ink-2'] }],
    },
  };
}
