import type { ChartDataset, Scale } from 'chart.js';
import type { Curve, CurveSeries } from '../../figures/curveFigure.ts';
import type { Words } from '../../words/words.ts';
import { printedAxis } from '../canvas/axes.ts';
import { canvasOf, stillOptions, type Drawing, type Frame, type Kind, type Mark } from '../canvas/drawing.ts';
import { type Pen, writeLabel } from '../canvas/label.ts';
import type { Palette } from '../canvas/theme.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { strokeLines } from '../marks/strokes.ts';
import { sideColour } from '../marks/sideMark.ts';
import { paintBlank } from './curveBlank.ts';
import { paintHeadings } from './curveHeadings.ts';
import { SHARE_STEP, shareTick, TICK_PADDING } from './curveLabels.ts';
import { curveLayout, type CurveLayout } from './curveLayout.ts';
import type { CurvePlot } from './curvePlot.ts';
import { paintSteps } from './curveSteps.ts';

/**
 * A share that grows with the days: it is known at the end of each stretch only, so that a pale step area says where it
 * can have run between. Everyone stays in the base, and the scale always ends at all of them. One curve a side.
 */
export function curve(figure: Curve, words: Words, frame: Frame, pen: Pen): Drawing {
  const { colour, size } = pen;
  const { left } = frame;
  const layout = curveLayout(figure, frame, pen);
  const { shown, headings, plot, axis, labels, measure, blank, landmark } = layout;
  const { area } = plot;
  const below = area.bottom + axis;
  const outside = landmark === undefined ? [] : [`Dotted: ${landmark.note}`];
  const foot = footing(figure, [...sentencesOf(words.footing), ...outside], { left, top: below }, pen);
  const { width, height } = canvasOf(frame, size.width, foot.bottom);
  const edges = { left, top: area.top, right: width - area.right, bottom: height - below };
  return {
    width,
    height,
    bottom: foot.bottom,
    config: {
      type: 'line',
      data: { datasets: shown.map((series) => pointsOf(series, pen)) },
      options: {
        ...stillOptions(edges),
        scales: scalesOf(layout, left, pen),
      },
      plugins: [
        {
          id: 'marks',
          beforeDatasetsDraw: ({ ctx }) => {
            for (const series of shown) paintSteps(ctx, series, plot, pen);
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

/** The known days, in the shape of their side. */
const pointsOf = (
  { side, parts }: CurveSeries,
  { size: { unit }, colour }: Pen,
): ChartDataset<Kind, Mark[]> => ({
  data: parts.map(({ upTo, share }) => ({ x: upTo, y: share })),
  showLine: false,
  clip: false,
  pointStyle: side === 'job_seeker' ? 'circle' : 'rect',
  pointBackgroundColor: sideColour(side, colour),
  pointBorderWidth: 0,
  pointRadius: (side === 'job_seeker' ? 4.5 : 5.5) * unit,
});

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
