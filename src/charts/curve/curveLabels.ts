import type { Chart, Scale } from 'chart.js';
import { isWideRange } from '../../statistics/precision.ts';
import type { Kind } from '../canvas/drawing.ts';
import type { CurvePoint, CurveSeries } from '../../figures/curveFigure.ts';
import type { Box } from '../marks/hatch.ts';
import { font, writeLabel, type Measure } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { percent, percentRange } from '../../figures/percent.ts';
import { sideColour } from '../marks/sideMark.ts';
import { sideNames } from '../../figures/sideNames.ts';
import type { Size } from '../canvas/size.ts';

/** From the foot of one line’s words at the end to the head of the next line’s, in heights of the large number. */
const APART = 1.3;
/** From the numbers of the scale to the plot. */
export const TICK_PADDING = 7;

/**
 * Writes the share beside each step, and the last one large at the end with its range. A label that would meet one
 * already written is left to the table; the later step goes first, because it holds the earlier ones.
 */
export function curveLabels(
  { ctx, scales, chartArea }: Chart<Kind>,
  all: readonly CurveSeries[],
  { size, pen, right }: { readonly size: Size; readonly pen: Pen; readonly right: number },
): void {
  const { x, y } = scales;
  if (x === undefined || y === undefined) return;
  const { colour, measure } = pen;
  const u = size.unit;
  // Nor may one stand so near the scale that it is read as part of it.
  const taken: Box[] = scaleLabels(y, chartArea.left, size, measure);
  for (const { parts, side } of all) {
    for (const [i, part] of [...parts.entries()].slice(0, -1).toReversed()) {
      const text = percent(part);
      const width = measure(text, font(size.label, 600));
      const [px, py] = [x.getPixelForValue(part.upTo), y.getPixelForValue(part.share)];
      // The first step has no tread to its left to stand on: its label goes above its range.
      const box =
        i === 0
          ? {
              x: px - width / 2,
              y: y.getPixelForValue(part.hi) - 7 * u - size.label,
              width,
              height: size.label,
            }
          : { x: px - 7 * u - width, y: py - 9 * u - size.label, width, height: size.label };
      // Nor may a share stand on the other side’s line, where it would be read as that side’s.
      const astray = all.some((other) => other.side !== side && crosses(box, other.parts, { x, y }));
      if (astray || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      writeLabel(ctx, {
        x: box.x,
        y: box.y + size.label,
        size: size.label,
        halo: colour.paper,
        runs: [{ text, weight: 600, colour: sideColour(side, colour) }],
      });
    }
  }
  const edge = chartArea.right + 8 * u;
  const lineHeight = 18 * u;
  const ends = all.flatMap(({ parts, side }) => parts.slice(-1).map((last) => ({ last, side })));
  const words = ({ last, side }: (typeof ends)[number], dated: boolean): readonly string[] => [
    ...(ends.length > 1 ? [sideNames[side]] : []),
    ...(dated ? [`by day ${last.upTo}`] : []),
    `${size.id === 'narrow' ? '' : 'range '}${percentRange(last.lo, last.hi)}`,
    ...(isWideRange(last) ? ['wide range'] : []),
  ];
  // Where two lines have no room for all of it one under the other, the day is left to the axis.
  const tall = (dated: boolean) =>
    ends.reduce((sum, end) => sum + words(end, dated).length * lineHeight + size.big * APART, 0);
  const dated = ends.length === 1 || tall(true) <= chartArea.height + size.big;
  const lines = (end: (typeof ends)[number]) => words(end, dated);
  // From the highest down, each as far under the one before as it needs, and then back up from the axis.
  const blocks = ends
    .map((end) => ({ end, y: y.getPixelForValue(end.last.share), tall: lines(end).length * lineHeight + u }))
    .toSorted((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const block of blocks) {
    block.y = Math.max(block.y, free);
    free = block.y + block.tall + size.big * APART;
  }
  let floor = chartArea.bottom;
  for (const block of blocks.toReversed()) {
    block.y = Math.min(block.y, floor - block.tall);
    floor = block.y - size.big * APART;
  }
  for (const { end, y: middle } of blocks) {
    const { last, side } = end;
    const big = percent(last);
    const room = right - edge;
    const bigSize = Math.min(size.big, (size.big * room) / measure(big, font(size.big, 600)));
    writeLabel(ctx, {
      x: edge,
      y: middle,
      size: bigSize,
      runs: [{ text: big, weight: 600, colour: sideColour(side, colour) }],
    });
    for (const [i, text] of lines(end).entries()) {
      const run = { text, colour: i === 0 ? colour.ink : colour['ink-2'] };
      writeLabel(ctx, { x: edge, y: middle + (i + 1) * lineHeight + u, size: size.small, runs: [run] });
    }
  }
}

/** Where the numbers of the scale stand, left of the plot. */
function scaleLabels(y: Scale, edge: number, { small }: Size, measure: Measure): Box[] {
  return y.ticks.map(({ value, label }) => {
    const width = measure(String(label), font(small)) + TICK_PADDING;
    return { x: edge - width, y: y.getPixelForValue(value) - small / 2, width, height: small };
  });
}

/** Whether a stepped line runs through a box. */
function crosses(
  box: Box,
  parts: readonly CurvePoint[],
  { x, y }: { readonly x: Scale; readonly y: Scale },
): boolean {
  return parts.some(({ upTo, share }, i) => {
    const [from, level] = [x.getPixelForValue(upTo), y.getPixelForValue(share)];
    const to = x.getPixelForValue(parts[i + 1]?.upTo ?? upTo);
    const before = y.getPixelForValue(parts[i - 1]?.share ?? 0);
    const tread = { x: from, y: level - 1, width: to - from, height: 2 };
    const riser = { x: from - 1, y: level, width: 2, height: before - level };
    return meets(box, tread) || meets(box, riser);
  });
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && a.y < b.y + b.height && b.y < a.y + a.height;
}
