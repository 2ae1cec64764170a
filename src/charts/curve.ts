import type { Chart } from 'chart.js';
import { isWideRange } from '../statistics/precision.ts';
import { curveBand } from './curveBand.ts';
import { curveBlank } from './curveBlank.ts';
import { curveLabels } from './curveLabels.ts';
import { paint, stillOptions, type Drawing, type Frame, type Kind } from './drawing.ts';
import { isWithheld, type Curve } from './figure.ts';
import { footing } from './footing.ts';
import { font as labelFont } from './label.ts';
import { landmark } from './landmark.ts';
import type { Pen } from './pen.ts';
import { count } from './percent.ts';
import { seriesHeading } from './seriesHeading.ts';
import { axisHeight, type Size } from './size.ts';
import { typefaces } from './theme.ts';
import { withheldBox } from './withheldBox.ts';

const HEIGHT = { wide: 262, narrow: 242, card: 250 } as const;
/** The line runs on a little past its last day, so that its last step has a tread. */
const TREAD = 1;

/**
 * A share that grows with the days, in steps: it is known at the end of each stretch only, so nothing is drawn
 * between. Everyone stays in the base, and the scale always ends at all of them.
 */
export function curve(figure: Curve, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const { series } = figure;
  const u = size.unit;
  const right = frame.left + size.width;
  const headingY = frame.top + size.heading;
  const top = headingY + 24 * u;
  const withheld = isWithheld(series);
  const axis = withheld ? 0 : axisHeight(size);
  const tallest =
    frame.height === undefined ? HEIGHT[size.id] : frame.height - (top - frame.top) - axis - 20 * u;
  const plot = withheld ? 2 * size.bar : tallest;
  const hatched = !withheld && series.parts.some(isWideRange);
  const note = withheld ? '' : `Days since the last step${hatched ? '. Hatched: wide range' : ''}`;
  const foot = footing(figure, note, { size, left: frame.left, top: top + plot + axis, pen });
  const page = frame.page ?? { width: right + frame.left, height: foot.bottom };
  const heading = paint('over', 'curve-heading', ({ ctx }) => {
    const text = size.id === 'narrow' ? series.shortLabel : series.label;
    const n = withheld ? undefined : count(series.n);
    seriesHeading(
      ctx,
      { side: series.side, text, n, asOf: series.asOf, x: frame.left, y: headingY, size: size.heading },
      pen,
    );
    foot.draw(ctx);
    if (!withheld) return;
    const box = { x: frame.left, y: headingY + 11 * u, width: size.width, height: plot };
    withheldBox(ctx, box, { because: series.because, size: size.label, colour });
  });
  const parts = withheld ? [] : series.parts;
  const days = parts.map(({ upTo }) => upTo);
  const end = Math.max(1, ...days) + TREAD;
  const room = size.id === 'narrow' ? 68 : 118 * u;
  const font = { family: typefaces.sans.family, size: size.small };
  return {
    width: page.width,
    height: foot.bottom,
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: [
              ...(withheld ? [] : [{ x: 0, y: 0 }]),
              ...parts.map(({ upTo, share }) => ({ x: upTo, y: share })),
              ...parts.slice(-1).map(({ share }) => ({ x: end, y: share })),
            ],
            stepped: true,
            clip: false,
            borderColor: colour.seeker,
            borderWidth: 3 * Math.sqrt(u),
            pointBackgroundColor: colour.seeker,
            pointBorderWidth: 0,
            pointRadius: ({ dataIndex }) => (dataIndex === 0 || dataIndex > parts.length ? 0 : 4.5 * u),
          },
        ],
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
            display: !withheld,
            min: 0,
            max: end,
            border: { display: false },
            grid: { drawOnChartArea: false, tickLength: 6, tickColor: colour.line },
            ticks: { font, color: colour['ink-2'], padding: 2, maxRotation: 0, autoSkip: false },
            afterBuildTicks: (scale) => {
              scale.ticks = days.map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.height = axis;
            },
          },
          y: {
            type: 'linear',
            display: !withheld,
            min: 0,
            max: 1,
            border: { display: false },
            grid: { color: ({ tick }) => (tick.value === 0 ? colour.line : colour.rule), tickLength: 0 },
            ticks: {
              font,
              color: colour['ink-2'],
              stepSize: 0.25,
              padding: 7,
              callback: (value) => (value === 0 ? '0' : `${Number(value) * 100}%`),
            },
            afterFit: (scale) => {
              scale.width = pen.measure('100%', labelFont(size.small)) + 8;
            },
          },
        },
      },
      plugins: withheld
        ? [heading]
        : [
            paint('under', 'curve-band', (chart) => {
              curveBand(chart, parts, end, { size, colour });
              if (figure.landmark !== undefined) landmark(chart, figure.landmark, parts, { size, colour });
            }),
            heading,
            paint('over', 'curve-labels', (chart: Chart<Kind>) => {
              curveLabels(chart, parts, { size, pen, right });
              if (figure.blank !== undefined) curveBlank(chart, parts, figure.blank, { size, pen });
            }),
          ],
    },
  };
}
