import type { ChartDataset, Scale } from 'chart.js';
import type { Curve, CurveSeries } from '../../figures/curveFigure.ts';
import { isWideRange } from '../../statistics/precision.ts';
import type { Words } from '../../words/words.ts';
import { printedAxis } from '../canvas/axes.ts';
import { canvasOf, stillOptions, type Drawing, type Frame, type Kind, type Mark } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import type { Palette } from '../canvas/theme.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { hatch, type Line, strokeLines } from '../marks/strokes.ts';
import { sideColour } from '../marks/sideMark.ts';
import { paintBlank } from './curveBlank.ts';
import { paintHeadings } from './curveHeadings.ts';
import { SHARE_STEP, shareTick, TICK_PADDING } from './curveLabels.ts';
import { curveLayout, type CurveLayout } from './curveLayout.ts';
import type { CurvePlot } from './curvePlot.ts';

/**
 * A share that grows with the days, in steps: it is known at the end of each stretch only, so nothing is drawn
 * between. Everyone stays in the base, and the scale always ends at all of them. One line a side.
 */
export function curve(figure: Curve, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const { left } = frame;
  const layout = curveLayout(figure, frame, pen);
  const { shown, headings, plot, axis, labels, measure, blank, landmark } = layout;
  const { area, end } = plot;
  const below = area.bottom + axis;
  const foot = footing(figure, sentencesOf(words.footing), { left, top: below }, pen);
  const { width, height } = canvasOf(frame, size.width, foot.bottom);
  const edges = { left, top: area.top, right: width - area.right, bottom: height - below };
  return {
    width,
    height,
    bottom: foot.bottom,
    config: {
      type: 'line',
      data: { datasets: shown.map((series) => lineOf(series, end, pen)) },
      options: {
        ...stillOptions(edges),
        scales: scalesOf(layout, left, pen),
      },
      plugins: [
        {
          id: 'marks',
          beforeDatasetsDraw: ({ ctx }) => {
            for (const series of shown) paintBand(ctx, series, plot, pen);
            if (landmark !== undefined) paintLandmark(ctx, landmark, plot, colour);
          },
          afterDatasetsDraw: ({ ctx }) => {
            paintHeadings(ctx, headings, pen);
            foot.draw(ctx);
            for (const label of [...labels, ...(measure === undefined ? [] : [measure])])
              writeLabel(ctx, label);
            if (blank !== undefined) paintBlank(ctx, blank, pen);
          },
        },
      ],
    },
  };
}

function scalesOf({ shown, plot, axis, days }: CurveLayout, left: number, { size, colour }: Pen) {
  const common = { shown: shown.length > 0, size, colour };
  return {
    x: {
      ...printedAxis({
        ...common,
        max: plot.end,
        grid: 'ticks',
        ticks: { padding: 2, autoSkip: false },
        fit: (scale) => {
          scale.height = axis;
        },
      }),
      afterBuildTicks: (scale: Scale) => {
        scale.ticks = days.map((value) => ({ value }));
      },
    },
    y: printedAxis({
      ...common,
      max: 1,
      grid: 'lines',
      ticks: {
        stepSize: SHARE_STEP,
        padding: TICK_PADDING,
        callback: (value: number | string) => shareTick(Number(value)),
      },
      fit: (scale) => {
        scale.width = plot.area.left - left;
      },
    }),
  };
}

function lineOf(
  { side, parts }: CurveSeries,
  end: number,
  { size: { unit }, colour }: Pen,
): ChartDataset<Kind, Mark[]> {
  const own = sideColour(side, colour);
  return {
    data: [
      { x: 0, y: 0 },
      ...parts.map(({ upTo, share }) => ({ x: upTo, y: share })),
      ...parts.slice(-1).map(({ share }) => ({ x: end, y: share })),
    ],
    stepped: true,
    clip: false,
    borderColor: own,
    borderWidth: 3 * Math.sqrt(unit),
    pointStyle: side === 'job_seeker' ? 'circle' : 'rect',
    pointBackgroundColor: own,
    pointBorderWidth: 0,
    pointRadius: ({ dataIndex }) =>
      dataIndex === 0 || dataIndex > parts.length ? 0 : (side === 'job_seeker' ? 4.5 : 5.5) * unit,
  };
}

/** The range of each step: a shaded tread with thin edges, hatched where it is wide. */
function paintBand(
  ctx: CanvasRenderingContext2D,
  { parts, side }: CurveSeries,
  { x, y, end }: CurvePlot,
  { size, colour }: Pen,
): void {
  const treads = parts.map((part, i) => {
    const [from, to] = [x(part.upTo), x(parts[i + 1]?.upTo ?? end)];
    const [high, low] = [y(part.hi), y(part.lo)];
    return { box: { x: from, y: high, width: to - from, height: low - high }, wide: isWideRange(part) };
  });
  const own = sideColour(side, colour);
  ctx.save();
  ctx.globalAlpha = 0.18;
  ctx.fillStyle = own;
  ctx.beginPath();
  for (const { box } of treads) ctx.rect(box.x, box.y, box.width, box.height);
  ctx.fill();
  ctx.globalAlpha = 1;
  const edges = treads.flatMap(({ box }) =>
    [box.y, box.y + box.height].map((edge): Line => [box.x, edge, box.x + box.width, edge]),
  );
  strokeLines(ctx, { stroke: own }, edges);
  for (const { box, wide } of treads) if (wide) hatch(ctx, box, 9 * size.unit);
  ctx.restore();
}

/** A dotted line at a day that means something outside the survey. */
function paintLandmark(
  ctx: CanvasRenderingContext2D,
  { x, label }: NonNullable<CurveLayout['landmark']>,
  { area }: CurvePlot,
  colour: Palette,
): void {
  ctx.save();
  ctx.setLineDash([2, 3]);
  strokeLines(ctx, { stroke: colour['ink-2'] }, [[x, area.top, x, area.bottom]]);
  ctx.restore();
  writeLabel(ctx, label);
}
