import { isWithheld } from '../../figures/parts.ts';
import { isWideRange } from '../../statistics/precision.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { hatch, type Line, strokeLines } from '../marks/strokes.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideMark } from '../marks/sideMark.ts';
import { unshown } from '../marks/unshown.ts';
import type { PlacedBar } from './barRows.ts';
import type { BarsLayout, PlacedBarGroup } from './barsLayout.ts';
import { barWhiskers } from './barWhiskers.ts';

/** Paints what Chart.js does not know of bars: headings, names, the line at 0, hatching, blanks, ranges and shares. */
export function paintBars(ctx: CanvasRenderingContext2D, layout: BarsLayout, pen: Pen): void {
  const { place } = layout.scale;
  for (const group of layout.groups) {
    if (group.heading !== undefined) writeLabel(ctx, group.heading);
    for (const heading of group.sides) seriesHeading(ctx, heading, pen);
    paintZero(ctx, group, layout, pen);
    for (const { names, bars } of group.rows) {
      for (const name of names) writeLabel(ctx, name);
      for (const bar of bars) paintBar(ctx, bar, layout, pen);
    }
    if (!layout.ranged) continue;
    const ranges = group.rows.flatMap(({ bars }) =>
      bars.flatMap(({ value, y }) =>
        isWithheld(value) ? [] : [{ from: place(value.lo), to: place(value.hi), end: place(value.share), y }],
      ),
    );
    barWhiskers(ctx, ranges, Math.min(5 * pen.size.unit, layout.thick / 2 - 1), pen.colour);
  }
}

/** The line that all bars of a group begin at; on a phone names lie between the bars, and it stops for them. */
function paintZero(
  ctx: CanvasRenderingContext2D,
  { top, bottom, rows }: PlacedBarGroup,
  { scale: { zero }, thick }: BarsLayout,
  { colour, size }: Pen,
): void {
  const stretches =
    size.id === 'narrow'
      ? rows.map(({ bars }) => [(bars[0]?.y ?? 0) - thick / 2, (bars.at(-1)?.y ?? 0) + thick / 2] as const)
      : [[top, bottom] as const];
  const lines = stretches.map(([from, to]): Line => [zero - 0.5, from, zero - 0.5, to]);
  strokeLines(ctx, { stroke: colour.line }, lines);
}

function paintBar(
  ctx: CanvasRenderingContext2D,
  { side, y, marked, value, words, blank }: PlacedBar,
  { scale: { zero, markRoom, place }, thick, ranged }: BarsLayout,
  pen: Pen,
): void {
  const { colour, size } = pen;
  // Two bars of a row differ by more than hue, and by more than which is the upper.
  const markSize = Math.min(8 * size.unit, thick);
  if (marked) sideMark(ctx, side, { x: zero - markRoom / 2, y, size: markSize, colour });
  if (isWithheld(value)) {
    if (blank === undefined) return;
    const { box, ...more } = blank;
    unshown(ctx, value, box, { size: size.small, ...more }, pen);
    return;
  }
  if (ranged && isWideRange(value)) {
    ctx.strokeStyle = colour.paper;
    ctx.lineWidth = 1.5;
    // Up to its own range, so that no line runs into the whisker.
    const width = place(value.lo) - zero;
    hatch(ctx, { x: zero, y: y - thick / 2, width, height: thick }, 7 * size.unit);
  }
  if (words !== undefined) writeLabel(ctx, words);
}
