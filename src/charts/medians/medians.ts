import { canvasOf, paint, stillOptions, type Drawing, type Frame } from '../canvas/drawing.ts';
import { isWithheld } from '../../figures/parts.ts';
import { footing, sentencesOf } from '../marks/footing.ts';
import { hoursInWords, rangeBeside } from '../../figures/hoursInWords.ts';
import { font, labelWidth, writeLabel, type Label } from '../canvas/label.ts';
import type { MedianSeries, Medians } from '../../figures/mediansFigure.ts';
import { hourScale, type HourScale } from './hourScale.ts';
import type { Pen } from '../canvas/pen.ts';
import { count } from '../../figures/percent.ts';
import { seriesHeading } from '../marks/seriesHeading.ts';
import { sideColour } from '../marks/sideMark.ts';
import { axisHeight, type Size } from '../canvas/size.ts';
import { typefaces } from '../canvas/theme.ts';
import { withheldBox } from '../marks/withheldBox.ts';
import type { Words } from '../../words/words.ts';

/**
 * Middle answers on a scale of hours: a dot where the middle is one hour, a bar where it is a stretch of them, and the
 * range of ranks as a line around it. A range that ends in the open last stretch ends in an arrow.
 */
export function medians(figure: Medians, words: Words, size: Size, frame: Frame, pen: Pen): Drawing {
  const { colour } = pen;
  const u = size.unit;
  const right = frame.left + size.width;
  const shown = figure.series.filter((one): one is MedianSeries => !isWithheld(one));
  const scale = hourScale(shown);
  const axis = shown.length === 0 ? 0 : axisHeight(size);
  const top = frame.top;
  // Where one group’s words need a line of their own, all have one, so that rows look alike.
  const apart = shown.some((series) => {
    const asOf = series.asOf === undefined ? '' : `, as of ${series.asOf}`;
    const name = `${series.label} n = ${count(series.n)}${asOf}`;
    const heading = pen.measure(name, font(size.heading, 600)) + size.heading * 1.15;
    return heading + labelWidth(wordsOf(series), pen.measure) + 20 * u > size.width;
  });
  const second = apart ? 20 * u : 0;
  const pitch = size.heading + second + 46 * u;
  const placed = figure.series.map((series, i) => {
    const headingY = top + i * pitch + size.heading;
    return { series, headingY, wordsY: headingY + second, y: headingY + second + 19 * u };
  });
  const bottom = (placed.at(-1)?.y ?? top) + 16 * u;
  const foot = footing(figure, size.id === 'card' ? [] : sentencesOf(words.footing), {
    size,
    left: frame.left,
    top: bottom + axis,
    pen,
  });
  const page = canvasOf(frame, size.width, foot.bottom);
  return {
    width: page.width,
    height: page.height,
    bottom: foot.bottom,
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
            grid: { drawOnChartArea: false, tickLength: 6, tickColor: colour.line },
            ticks: {
              font: { family: typefaces.sans.family, size: size.small },
              color: colour['ink-2'],
              stepSize: scale.step,
              padding: 2,
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
          for (const { series, headingY, wordsY, y } of placed) {
            const { side, label: text, asOf } = series;
            const n = isWithheld(series) ? undefined : count(series.n);
            seriesHeading(ctx, { side, text, n, asOf, x: frame.left, y: headingY, size: size.heading }, pen);
            if (isWithheld(series)) {
              const box = { x: frame.left, y: y - 14 * u, width: size.width, height: 28 * u };
              withheldBox(ctx, box, { because: series.because, size: size.small, colour });
            } else if (x !== undefined) {
              const label = wordsOf(series);
              if (apart) writeLabel(ctx, { ...label, x: frame.left, y: wordsY });
              else writeLabel(ctx, { ...label, x: right, y: wordsY, align: 'right' });
              ctx.strokeStyle = colour.rule;
              ctx.lineWidth = 1;
              ctx.beginPath();
              ctx.moveTo(frame.left, y);
              ctx.lineTo(right, y);
              ctx.stroke();
              drawMedian(ctx, series, y, (hours) => x.getPixelForValue(hours), scale);
            }
          }
          foot.draw(ctx);
        }),
      ],
    },
  };

  function wordsOf({ side, middle, range }: MedianSeries): Pick<Label, 'size' | 'runs'> {
    const said = { text: hoursInWords(middle), weight: 600 as const, size: size.value };
    return {
      size: size.small,
      runs: [
        { ...said, colour: sideColour(side, colour) },
        { text: `, ${rangeBeside(middle, range)}`, colour: colour['ink-2'] },
      ],
    };
  }

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
      // An open stretch leaves its arrow to be seen.
      const [a, b] = [place(middle.from), middle.to === null ? to - 1.5 * half : place(middle.to)];
      ctx.fillRect(a, y - 5 * u, Math.max(3, b - a), 10 * u);
    }
  }
}
