import type { Chart } from 'chart.js';
import { curveBand } from './curveBand.ts';
import { curveBlank } from './curveBlank.ts';
import { curveHeadings } from './curveHeadings.ts';
import { curveLabels, TICK_PADDING } from './curveLabels.ts';
import { canvasOf, paint, stillOptions, type Drawing, type Frame, type Kind } from '../canvas/drawing.ts';
import type { Curve, CurveSeries } from '../../figures/curveFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { font as labelFont } from '../canvas/label.ts';
import { landmark } from './landmark.ts';
import type { Pen } from '../canvas/pen.ts';
import { sideColour } from '../marks/sideMark.ts';
import { axisHeight, type Size } from '../canvas/size.ts';
import { typefaces } from '../canvas/theme.ts';
import type { Words } from '../../words/words.ts';

const HEIGHT = { wide: 262, narrow: 242, card: 250 } as const;
/** The line runs on a little past its last day, so that its last step has a tread. */
const TREAD = 1;

/**
 * A share that grows with the days, in steps: it is known at the end of each stretch only, so nothing is drawn
 * between. Everyone stays in the base, and the scale always ends at all of them. One line a side.
 */
export function curve(figure: Curve, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const right = frame.left + size.width;
  const shown = figure.series.filter((series): series is CurveSeries => !isWithheld(series));
  const parts = shown.flatMap((series) => series.parts);
  const headings = curveHeadings(figure.series, size, frame, pen);
  const top = headings.bottom;
  const empty = shown.length === 0;
  const axis = empty ? 0 : axisHeight(size);
  const tallest =
    frame.height === undefined ? HEIGHT[size.id] : frame.height - (top - frame.top) - axis - 20 * u;
  const plot = empty ? 0 : tallest;
  const foot = footing(figure, sentencesOf(words.footing), {
    size,
    left: frame.left,
    top: top + plot + axis,
    pen,
  });
  const page = canvasOf(frame, size.width, foot.bottom);
  const headed = paint('over', 'curve-heading', ({ ctx }) => {
    headings.draw(ctx);
    foot.draw(ctx);
  });
  const days = [...new Set(parts.map(({ upTo }) => upTo))];
  const end = Math.max(1, ...days) + TREAD;
  // Where two lines end, each says whose it is.
  const phone = shown.length > 1 ? 74 : 68;
  const room = size.id === 'narrow' ? phone : 118 * u;
  const font = { family: typefaces.sans.family, size: size.small };
  return {
    width: page.width,
    height: page.height,
    bottom: foot.bottom,
    config: {
      type: 'line',
      data: {
        datasets: shown.map((series) => ({
          data: [
            { x: 0, y: 0 },
            ...series.parts.map(({ upTo, share }) => ({ x: upTo, y: share })),
            ...series.parts.slice(-1).map(({ share }) => ({ x: end, y: share })),
          ],
          stepped: true,
          clip: false,
          borderColor: sideColour(series.side, colour),
          borderWidth: 3 * Math.sqrt(u),
          pointStyle: series.side === 'job_seeker' ? 'circle' : 'rect',
          pointBackgroundColor: sideColour(series.side, colour),
          pointBorderWidth: 0,
          pointRadius: ({ dataIndex }) =>
            dataIndex === 0 || dataIndex > series.parts.length
              ? 0
              : (series.side === 'job_seeker' ? 4.5 : 5.5) * u,
        })),
      },
      options: {
        ...stillOptions({
          left: frame.left,
          top,
          right: frame.left + room,
          bottom: page.height - (top + plot + axis),
        }),
        scales: {
          x: {
            type: 'linear',
            display: !empty,
            min: 0,
            max: end,
            border: { display: false },
            grid: { drawOnChartArea: false, tickLength: 6, tickColor: colour.line },
            ticks: { font, color: colour['ink-2'], padding: 2, maxRotation: 0, autoSkip: false },
            afterBuildTicks: (scale) => {
              scale.ticks = roomyDays(days, end, size).map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.height = axis;
            },
          },
          y: {
            type: 'linear',
            display: !empty,
            min: 0,
            max: 1,
            border: { display: false },
            grid: { color: ({ tick }) => (tick.value === 0 ? colour.line : colour.rule), tickLength: 0 },
            ticks: {
              font,
              color: colour['ink-2'],
              stepSize: 0.25,
              padding: TICK_PADDING,
              callback: (value) => (value === 0 ? '0' : `${Number(value) * 100}%`),
            },
            afterFit: (scale) => {
              scale.width = pen.measure('100%', labelFont(size.small)) + 8;
            },
          },
        },
      },
      plugins: empty
        ? [headed]
        : [
            paint('under', 'curve-band', (chart) => {
              for (const { parts: own, side } of shown)
                curveBand(chart, own, end, { size, colour: sideColour(side, colour) });
              if (figure.landmark !== undefined) landmark(chart, figure.landmark, parts, { size, colour });
            }),
            headed,
            paint('over', 'curve-labels', (chart: Chart<Kind>) => {
              curveLabels(chart, shown, { size, pen, right });
              const [only, second] = shown;
              if (figure.blank !== undefined && only !== undefined && second === undefined)
                curveBlank(chart, only.parts, figure.blank, { size, pen });
            }),
          ],
    },
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
