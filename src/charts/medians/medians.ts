import type { MedianSeries, Medians } from '../../figures/mediansFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import { fitUnder, printedAxis } from '../canvas/axes.ts';
import { placeBetween, type Drawing, type Frame, type Mark, type Place } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import { points, rowChart } from '../canvas/rowChart.ts';
import { axisHeight, type Size } from '../canvas/size.ts';
import type { Palette } from '../canvas/theme.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideColour } from '../marks/sideMark.ts';
import { strokeLines, type Line } from '../marks/strokes.ts';
import { unshown } from '../marks/unshown.ts';
import { mediansLayout, type PlacedMedian } from './mediansLayout.ts';
import { sideIds } from '../../survey/sides.ts';

/**
 * Middle answers on a scale of hours: a dot where the middle is one hour, a bar where it is a stretch of them, and the
 * range of ranks as a line around it. A range that ends in the open last stretch ends in an arrow.
 */
export function medians(figure: Medians, words: Words, frame: Frame, pen: Pen): Drawing {
  const { size } = pen;
  const { left, top } = frame;
  const right = left + size.width;
  const { rows, bottom, end, step } = mediansLayout(figure, frame, pen);
  const empty = figure.series.every(isWithheld);
  const axis = empty ? 0 : axisHeight(size);
  const sentences = sentencesOf(words.footing);
  const foot = footing(figure, sentences, { left, top: bottom + axis }, pen);
  const place = placeBetween(left, right, end);
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot: { left, top, right, bottom },
    x: printedAxis({
      max: end,
      shown: !empty,
      grid: 'ticks',
      size,
      colour: pen.colour,
      ticks: { stepSize: step, padding: 2, align: 'inner' },
      fit: fitUnder(axis),
    }),
    axis,
    datasets: sideIds.map((side) =>
      points(7 * size.unit, sideColour(side, pen.colour), 'circle', dots(rows, side)),
    ),
    under: (ctx) => {
      const rules = rows.filter(({ series }) => !isWithheld(series));
      const look = { stroke: pen.colour.rule };
      for (const { y } of rules) strokeLines(ctx, look, [[left, y, right, y]]);
    },
    over: (ctx) => {
      for (const { series, heading, words: said, y } of rows) {
        seriesHeading(ctx, heading, pen);
        if (said !== undefined) writeLabel(ctx, said);
        if (isWithheld(series)) {
          const box = { x: left, y: y - 14 * size.unit, width: size.width, height: 28 * size.unit };
          unshown(ctx, series, box, { size: size.small }, pen);
        } else paintRange(ctx, series, { y, place, end, size, colour: pen.colour });
      }
      foot.draw(ctx);
    },
  });
}

const dots = (rows: readonly PlacedMedian[], of: MedianSeries['side']): Mark[] =>
  rows.flatMap(({ series, y }) =>
    !isWithheld(series) && series.side === of && series.middle.from === series.middle.to
      ? [{ x: series.middle.from, y }]
      : [],
  );

/** The range of ranks, with an arrow where it is open, and the bar of a middle that is a stretch of hours. */
function paintRange(
  ctx: CanvasRenderingContext2D,
  { side, middle, range }: MedianSeries,
  at: {
    readonly y: number;
    readonly place: Place;
    readonly end: number;
    readonly size: Size;
    readonly colour: Palette;
  },
): void {
  const { y, place, end, size } = at;
  const half = 6 * size.unit;
  const [from, to] = [place(range.lo.from), place(range.hi.to ?? end)];
  const own = sideColour(side, at.colour);
  const isOpen = range.hi.to === null;
  const stem: readonly Line[] = [
    [from, y, to, y],
    [from, y - half, from, y + half],
  ];
  const look = { stroke: own, width: 2 };
  strokeLines(ctx, look, isOpen ? stem : [...stem, [to, y - half, to, y + half]]);
  if (isOpen) {
    ctx.beginPath();
    ctx.moveTo(to - half, y - half);
    ctx.lineTo(to, y);
    ctx.lineTo(to - half, y + half);
    ctx.stroke();
  }
  if (middle.from === middle.to) return;
  // An open stretch leaves its arrow to be seen.
  const [a, b] = [place(middle.from), middle.to === null ? to - 1.5 * half : place(middle.to)];
  ctx.fillStyle = own;
  ctx.fillRect(a, y - 5 * size.unit, Math.max(3, b - a), 10 * size.unit);
}
