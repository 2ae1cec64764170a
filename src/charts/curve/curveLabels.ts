import type { CurvePoint, CurveSeries } from '../../figures/curveFigure.ts';
import { percent, percentRange } from '../../figures/percent.ts';
import { sideNames } from '../../figures/sideNames.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { SideId } from '../../survey/question.ts';
import { font, type Label, type Measure, type Pen } from '../canvas/label.ts';
import type { Size } from '../canvas/size.ts';
import type { Box } from '../marks/strokes.ts';
import { sideColour } from '../marks/sideMark.ts';
import type { CurvePlot } from './curvePlot.ts';
import { stepBoxes } from './curveSteps.ts';

/** From the foot of one line’s words at the end to the head of the next line’s, in heights of the large number. */
const APART = 1.3;
/** From the numbers of the scale to the plot. */
export const TICK_PADDING = 7;

/** A share on the scale, from tick to tick, and as it is printed there. */
export const SHARE_STEP = 0.25;
export const shareTick = (share: number): string => (share === 0 ? '0' : `${share * 100}%`);

/** Where the words of a curve go: the plot, how far right they may reach, and what the rest over its end is called. */
interface Room {
  readonly plot: CurvePlot;
  readonly right: number;
  readonly rest: string | undefined;
}

/** Places the share beside each step, the last one of each line large at its end with its range, and the rest over it. */
export function placeLabels(
  all: readonly CurveSeries[],
  { plot, right, rest }: Room,
  pen: Pen,
): readonly Label[] {
  const ends = placeEnds(all, plot, pen.size);
  return [
    ...placeSteps(all, plot, pen),
    ...ends.flatMap((end) => endLabels(end, plot, right, pen)),
    ...(rest === undefined ? [] : ends.flatMap((end) => restLabels(end, rest, plot, pen))),
  ];
}

/** Between the end of a line and the top of the scale: the share that a title says of those who are left, where there is room. */
function restLabels(
  { last: { x: counted, n }, y }: End,
  rest: string,
  { area }: CurvePlot,
  { colour, size }: Pen,
): readonly Label[] {
  const second = 18 * size.unit;
  const [height, room] = [size.value + second, y - size.big - area.top];
  if (counted === n || room < height) return [];
  const x = area.right + 8 * size.unit;
  const first = area.top + (room - height) / 2 + size.value;
  return [
    {
      x,
      y: first,
      size: size.value,
      runs: [{ text: percent({ x: n - counted, n }), weight: 600, colour: colour.ink }],
    },
    { x, y: first + second, size: size.small, runs: [{ text: rest, colour: colour['ink-2'] }] },
  ];
}

/**
 * A label that would meet one already placed is left to the table; the later step goes first, because it holds the
 * earlier ones.
 */
function placeSteps(all: readonly CurveSeries[], plot: CurvePlot, pen: Pen): Label[] {
  const { colour, measure, size } = pen;
  // Nor may one stand so near the scale that it is read as part of it.
  const taken: Box[] = scaleLabels(plot, size, measure);
  return all.flatMap(({ parts, side }) => {
    const others = all.filter((other) => other.side !== side);
    return [...parts.entries()]
      .slice(0, -1)
      .toReversed()
      .flatMap(([i, part]): Label[] => {
        const text = percent(part);
        const width = measure(text, font(size.label, 600));
        const box = isUnder(part, others)
          ? boxUnder(part, width, plot, size)
          : boxOver(part, i === 0, width, plot, size);
        // Nor may a share stand on the other side’s edges, where it would be read as that side’s, nor over an axis.
        const astray = others.some((other) => crosses(box, other.parts, plot));
        const next = stepBoxes(parts, plot)[i + 1];
        const covers = next !== undefined && meets(box, { ...next, width: 1 });
        const isLow = box.y + box.height > plot.area.bottom - 3 * pen.size.unit;
        if (astray || covers || isLow || taken.some((other) => meets(box, other))) return [];
        taken.push(box);
        const runs = [{ text, weight: 600 as const, colour: sideColour(side, colour) }];
        return [{ x: box.x, y: box.y + size.label, size: size.label, halo: colour.paper, runs }];
      });
  });
}

/** Whether the other side’s share of that day is higher: then the room over the mark is that side’s. */
const isUnder = ({ upTo, share }: CurvePoint, others: readonly CurveSeries[]): boolean =>
  others.some(({ parts }) => parts.some((other) => other.upTo === upTo && other.share > share));

/** Right of its mark and under it, where no step of its own side can be. */
const boxUnder = (
  { upTo, share }: CurvePoint,
  width: number,
  { x, y }: CurvePlot,
  { unit, label: height }: Size,
): Box => ({ x: x(upTo) + 8 * unit, y: y(share) + 4 * unit, width, height });

/** Left of its mark and over it; the first has no room to its left, so that its label goes above its range. */
function boxOver(
  { upTo, share, hi }: CurvePoint,
  isFirst: boolean,
  width: number,
  { x, y }: CurvePlot,
  { unit, label: height }: Size,
): Box {
  return isFirst
    ? { x: x(upTo) - width / 2, y: y(hi) - 7 * unit - height, width, height }
    : { x: x(upTo) - 8 * unit - width, y: y(share) - 5 * unit - height, width, height };
}

/** The words at the end of a line: the baseline of the large number, and the lines under it. */
interface End {
  readonly last: CurvePoint;
  readonly side: SideId;
  readonly lines: readonly string[];
  readonly y: number;
}

/** From the highest down, each as far under the one before as it needs, and then back up from the axis. */
function placeEnds(all: readonly CurveSeries[], { area, y }: CurvePlot, size: Size): readonly End[] {
  const lineHeight = 18 * size.unit;
  const ends = all.flatMap(({ parts, side }) => parts.slice(-1).map((last) => ({ last, side })));
  const isNarrow = size.id === 'narrow';
  const linesOf = ({ last, side }: (typeof ends)[number], dated: boolean): readonly string[] => {
    const { upTo, lo, hi, bounds } = last;
    return [
      ...(ends.length > 1 ? [sideNames[side]] : []),
      ...(dated ? [`by day ${upTo}`] : []),
      `${isNarrow ? '' : 'range '}${percentRange(lo, hi)}`,
      ...(isWideRange(last) ? ['wide range'] : []),
      ...(bounds === undefined ? [] : boundsLines(percentRange(bounds.lower, bounds.upper), isNarrow)),
    ];
  };
  // Where two lines have no room for all of it one under the other, the day is left to the axis.
  const tall = ends.reduce((sum, end) => sum + linesOf(end, true).length * lineHeight + size.big * APART, 0);
  const dated = ends.length === 1 || tall <= area.bottom - area.top + size.big;
  const blocks = ends
    .map((end) => {
      const lines = linesOf(end, dated);
      return { ...end, lines, y: y(end.last.share), tall: lines.length * lineHeight + size.unit };
    })
    .toSorted((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const block of blocks) {
    block.y = Math.max(block.y, free);
    free = block.y + block.tall + size.big * APART;
  }
  let floor = area.bottom;
  for (const block of blocks.toReversed()) {
    block.y = Math.min(block.y, floor - block.tall);
    floor = block.y - size.big * APART;
  }
  return blocks;
}

const boundsLines = (range: string, isNarrow: boolean): readonly string[] =>
  isNarrow ? ['bounds', range] : [`bounds ${range}`];

function endLabels(
  { last, side, lines, y }: End,
  { area }: CurvePlot,
  right: number,
  { colour, measure, size }: Pen,
): readonly Label[] {
  const u = size.unit;
  const x = area.right + 8 * u;
  const text = percent(last);
  const room = right - x;
  const bigSize = Math.min(size.big, (size.big * room) / measure(text, font(size.big, 600)));
  return [
    { x, y, size: bigSize, runs: [{ text, weight: 600, colour: sideColour(side, colour) }] },
    ...lines.map((words, i) => ({
      x,
      y: y + (i + 1) * 18 * u + u,
      size: size.small,
      runs: [{ text: words, colour: i === 0 ? colour.ink : colour['ink-2'] }],
    })),
  ];
}

/** Where the numbers of the scale stand, left of the plot. */
function scaleLabels({ area, y }: CurvePlot, { small }: Size, measure: Measure): Box[] {
  return Array.from({ length: 1 / SHARE_STEP + 1 }, (_, i) => i * SHARE_STEP).map((share) => {
    const width = measure(shareTick(share), font(small)) + TICK_PADDING;
    return { x: area.left - width, y: y(share) - small / 2, width, height: small };
  });
}

/** Whether the edges of a step, a mark or its range run through a box. */
function crosses(box: Box, parts: readonly CurvePoint[], plot: CurvePlot): boolean {
  return parts.some((part, i) => {
    const step = stepBoxes(parts, plot)[i];
    if (step === undefined) return false;
    const high = plot.y(part.hi);
    const range = { x: plot.x(part.upTo) - 5, y: high, width: 10, height: plot.y(part.lo) - high };
    const levels = [step.y, step.y + step.height].map((y) => ({ ...step, y: y - 1, height: 2 }));
    return [range, ...levels, { ...step, width: 2 }].some((edge) => meets(box, edge));
  });
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && a.y < b.y + b.height && b.y < a.y + a.height;
}
