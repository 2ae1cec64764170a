import type { ScaleOptionsByType } from 'chart.js';
import type { MedianSeries, Medians } from '../../figures/mediansFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import type { Words } from '../../words/words.ts';
import { placeBetween, type Drawing, type Frame, type Mark, type Place } from '../canvas/drawing.ts';
import { writeLabel } from '../canvas/label.ts';
import type { Pen } from '../canvas/pen.ts';
import { points, rowChart } from '../canvas/rowChart.ts';
import { axisHeight, type Size } from '../canvas/size.ts';
import { typefaces, type Palette } from '../canvas/theme.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideColour } from '../marks/sideMark.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import { mediansLayout, type MediansLayout, type PlacedMedian } from './mediansLayout.ts';

/**
 * Middle answers on a scale of hours: a dot where the middle is one hour, a bar where it is a stretch of them, and the
 * range of ranks as a line around it. A range that ends in the open last stretch ends in an arrow.
 */
export function medians(figure: Medians, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { left, top } = frame;
  const right = left + size.width;
  const layout = mediansLayout(figure, size, frame, pen);
  const { rows, bottom, end } = layout;
  const empty = figure.series.every(isWithheld);
  const axis = empty ? 0 : axisHeight(size);
  const sentences = size.id === 'card' ? [] : sentencesOf(words.footing);
  const foot = footing(figure, sentences, { size, left, top: bottom + axis, pen });
  const place = placeBetween(left, right, end);
  return rowChart({
    frame,
    size,
    bottom: foot.bottom,
    plot: { left, top, right, bottom },
    x: hoursAxis(layout, size, pen.colour, axis),
    axis,
    datasets: (['job_seeker', 'employer'] as const).map((side) =>
      points(7 * size.unit, sideColour(side, pen.colour), 'circle', dots(rows, side)),
    ),
    under: (ctx) => {
      for (const { series, y } of rows) {
        if (isWithheld(series)) continue;
        ctx.strokeStyle = pen.colour.rule;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(left, y);
        ctx.lineTo(right, y);
        ctx.stroke();
      }
    },
    over: (ctx) => {
      for (const { series, heading, words: said, y } of rows) {
        seriesHeading(ctx, heading, pen);
        if (said !== undefined) writeLabel(ctx, said);
        if (isWithheld(series)) {
          const box = { x: left, y: y - 14 * size.unit, width: size.width, height: 28 * size.unit };
          withheldBox(ctx, box, { because: series.because, size: size.small, colour: pen.colour });
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

function hoursAxis({ end, step }: MediansLayout, size: Size, colour: Palette, height: number) {
  return {
    type: 'linear',
    display: height > 0,
    min: 0,
    max: end,
    border: { display: false },
    grid: { drawOnChartArea: false, tickLength: 6, tickColor: colour.line },
    ticks: {
      font: { family: typefaces.sans.family, size: size.small },
      color: colour['ink-2'],
      stepSize: step,
      padding: 2,
      maxRotation: 0,
      align: 'inner',
    },
    afterFit: (fitted: { height: number; paddingLeft: number; paddingRight: number }) => {
      fitted.height = height;
      fitted.paddingLeft = fitted.paddingRight = 0;
    },
  } as object & Partial<ScaleOptionsByType<'linear'>>;
}

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
  ctx.strokeStyle = ctx.fillStyle = sideColour(side, at.colour);
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.moveTo(from, y - half);
  ctx.lineTo(from, y + half);
  if (range.hi.to === null) {
    ctx.moveTo(to - half, y - half);
    ctx.lineTo(to, y);
    ctx.lineTo(to - half, y + half);
  } else {
    ctx.moveTo(to, y - half);
    ctx.lineTo(to, y + half);
  }
  ctx.stroke();
  if (middle.from === middle.to) return;
  // An open stretch leaves its arrow to be seen.
  const [a, b] = [place(middle.from), middle.to === null ? to - 1.5 * half : place(middle.to)];
  ctx.fillRect(a, y - 5 * size.unit, Math.max(3, b - a), 10 * size.unit);
}
