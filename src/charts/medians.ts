import { paint, stillOptions, type Drawing, type Frame } from './drawing.ts';
import { isWithheld } from './figure.ts';
import { footing } from './footing.ts';
import { hoursInWords, hoursRange } from './hoursInWords.ts';
import { labelWidth, writeLabel, type Run } from './label.ts';
import type { MedianSeries, Medians } from './mediansFigure.ts';
import { hourScale, type HourScale } from './hourScale.ts';
import type { Pen } from './pen.ts';
import { count } from './percent.ts';
import { seriesHeading } from './seriesHeading.ts';
import { sideColour } from './sideMark.ts';
import { axisHeight, type Size } from './size.ts';
import { typefaces } from './theme.ts';
import { withheldBox } from './withheldBox.ts';

/**
 * Middle answers on a scale of hours: a dot where the middle is one hour, a bar where it is a stretch of them, and the
 * range of ranks as a line around it. A range that ends in the open last stretch ends in an arrow.
 */
export function medians(figure: Medians, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const right = frame.left + size.width;
  const shown = figure.series.filter((one): one is MedianSeries => !isWithheld(one));
  const scale = hourScale(shown);
  const axis = shown.length === 0 ? 0 : axisHeight(size);
  const pitch = (size.id === 'narrow' ? 66 : 62) * u + (size.heading - 15);
  const top = frame.top;
  const placed = figure.series.map((series, i) => ({
    series,
    headingY: top + i * pitch + size.heading,
    y: top + i * pitch + size.heading + 24 * u,
  }));
  const bottom = (placed.at(-1)?.y ?? top) + 20 * u;
  const note = size.id === 'card' ? '' : 'Hours put in; the middle answer with its range of ranks';
  const foot = footing(figure, note, { size, left: frame.left, top: bottom + axis, pen });
  const page = frame.page ?? { width: right + frame.left, height: foot.bottom };
  return {
    width: page.width,
    height: foot.bottom,
    config: {
      type: 'scatter',
      data: { datasets: [] },
      options: {
        ...stillOptions({
          left: frame.left,
          top,
          right: page.width - right,
          bottom: page.height - bottom - axis,
        }),
        scales: {
          x: {
            type: 'linear',
            display: shown.length > 0,
            min: 0,
            max: scale.end,
            border: { display: false },
            grid: { color: ({ tick }) => (tick.value === 0 ? colour.line : colour.rule), tickLength: 0 },
            ticks: {
              font: { family: typefaces.sans.family, size: size.small },
              color: colour['ink-2'],
              stepSize: scale.step,
              padding: 4,
              maxRotation: 0,
              align: 'inner',
            },
            afterFit: (fitted) => {
              fitted.height = axis;
              fitted.paddingLeft = fitted.paddingRight = 0;
            },
          },
          y: { type: 'linear', display: false, min: top, max: bottom, reverse: true, offset: false },
        },
      },
      plugins: [
        paint('over', 'medians', ({ ctx, scales: { x } }) => {
          for (const { series, headingY, y } of placed) {
            const { side, label: text, asOf } = series;
            const n = isWithheld(series) ? undefined : count(series.n);
            const halo = colour.paper;
            seriesHeading(
              ctx,
              { side, text, n, asOf, x: frame.left, y: headingY, size: size.heading, halo },
              pen,
            );
            if (isWithheld(series)) {
              const box = { x: frame.left, y: y - 14 * u, width: size.width, height: 28 * u };
              withheldBox(ctx, box, { because: series.because, size: size.small, colour });
            } else if (x !== undefined) {
              drawMedian(ctx, series, y, (hours) => x.getPixelForValue(hours), scale);
            }
          }
          foot.draw(ctx);
        }),
      ],
    },
  };

  function drawMedian(
    ctx: CanvasRenderingContext2D,
    { side, middle, range }: MedianSeries,
    y: number,
    place: (hours: number) => number,
    { end }: HourScale,
  ): void {
    const own = sideColour(side, colour);
    const half = 6 * u;
    const [from, to] = [place(range.lo.from), place(range.hi.to ?? end)];
    ctx.strokeStyle = ctx.fillStyle = own;
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
    if (middle.from === middle.to) {
      ctx.beginPath();
      ctx.arc(place(middle.from), y, 7 * u, 0, 2 * Math.PI);
      ctx.fill();
    } else {
      const [a, b] = [place(middle.from), place(middle.to ?? end)];
      ctx.fillRect(a, y - 5 * u, Math.max(3, b - a), 10 * u);
    }
    const runs: Run[] = [
      { text: hoursInWords(middle), weight: 600, colour: own, size: size.value },
      { text: ` range ${hoursRange(range.lo, range.hi)}`, colour: colour['ink-2'] },
    ];
    const label = { y: y + size.value * 0.34, size: size.small, halo: colour.paper, runs };
    const away = 12 * u;
    const fits = to + away + labelWidth(label, pen.measure) <= right;
    // Beside its mark where there is room, else on the line of its name.
    if (fits) writeLabel(ctx, { ...label, x: to + away });
    else writeLabel(ctx, { ...label, x: right, y: y - 24 * u, align: 'right' });
  }
}
