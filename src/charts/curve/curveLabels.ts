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

/** From the foot of one line’s words at the end to the head of the next line’s, in heights of the large number. */
const APART = 1.3;
/** From the numbers of the scale to the plot. */
export const TICK_PADDING = 7;

/** A share on the scale, from tick to tick, and as it is printed there. */
export const SHARE_STEP = 0.25;
export const shareTick = (share: number): string => (share === 0 ? '0' : `${share * 100}%`);

/** Places the share beside each step, and the last one of each line large at its end with its range. */
export const placeLabels = (
  all: readonly CurveSeries[],
  plot: CurvePlot,
  right: number,
  pen: Pen,
): readonly Label[] => [
  ...placeSteps(all, plot, pen),
  ...placeEnds(all, plot, pen.size).flatMap((end) => endLabels(end, plot, right, pen)),
];

/**
 * A label that would meet one already placed is left to the table; the later step goes first, because it holds the
 * earlier ones.
 */
function placeSteps(all: readonly CurveSeries[], plot: CurvePlot, pen: Pen): Label[] {
  const { colour, measure, size } = pen;
  // Nor may one stand so near the scale that it is read as part of it.
  const taken: Box[] = scaleLabels(plot, size, measure);
  return all.flatMap(({ parts, side }) =>
    [...parts.entries()]
      .slice(0, -1)
      .toReversed()
      .flatMap(([i, part]): Label[] => {
        const text = percent(part);
        const box = stepBox(part, i === 0, measure(text, font(size.label, 600)), plot, size);
        // Nor may a share stand on the other side’s line, where it would be read as that side’s.
        const astray = all.some((other) => other.side !== side && crosses(box, other.parts, plot));
        if (astray || taken.some((other) => meets(box, other))) return [];
        taken.push(box);
        const runs = [{ text, weight: 600 as const, colour: sideColour(side, colour) }];
        return [{ x: box.x, y: box.y + size.label, size: size.label, halo: colour.paper, runs }];
      }),
  );
}

/** Left of its step; the first step has no tread to its left to stand on, so that its label goes above its range. */
function stepBox(
  { upTo, share, hi }: CurvePoint,
  isFirst: boolean,
  width: number,
  { x, y }: CurvePlot,
  { unit, label: height }: Size,
): Box {
  return isFirst
    ? { x: x(upTo) - width / 2, y: y(hi) - 7 * unit - height, width, height }
    : { x: x(upTo) - 7 * unit - width, y: y(share) - 9 * unit - height, width, height };
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
  const linesOf = ({ last, side }: (typeof ends)[number], dated: boolean): readonly string[] => [
    ...(ends.length > 1 ? [sideNames[side]] : []),
    ...(dated ? [`by day ${last.upTo}`] : []),
    `${size.id === 'narrow' ? '' : 'range '}${percentRange(last.lo, last.hi)}`,
    ...(isWideRange(last) ? ['wide range'] : []),
  ];
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

/** Whether a stepped line runs through a box. */
function crosses(box: Box, parts: readonly CurvePoint[], { x, y }: CurvePlot): boolean {
  return parts.some(({ upTo, share }, i) => {
    const [from, level] = [x(upTo), y(share)];
    const to = x(parts[i + 1]?.upTo ?? upTo);
    const before = y(parts[i - 1]?.share ?? 0);
    const tread = { x: from, y: level - 1, width: to - from, height: 2 };
    const riser = { x: from - 1, y: level, width: 2, height: before - level };
    return meets(box, tread) || meets(box, riser);
  });
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && a.y < b.y + b.height && b.y < a.y + a.height;
}
