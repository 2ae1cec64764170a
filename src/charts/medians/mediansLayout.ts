import { hoursInWords, rangeBeside } from '../../figures/hoursInWords.ts';
import type { MedianSeries, Medians } from '../../figures/mediansFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import { count } from '../../figures/percent.ts';
import type { Frame } from '../canvas/drawing.ts';
import { font, type Label, labelWidth, type Pen } from '../canvas/label.ts';
import type { SeriesHeading } from '../marks/seriesHeading.ts';
import { sideColour } from '../marks/sideMark.ts';

/** One group: its heading, its middle answer in words, and the middle of its range in pixels. */
export interface PlacedMedian {
  readonly series: MedianSeries | Withheld;
  readonly heading: SeriesHeading;
  readonly words: Label | undefined;
  readonly y: number;
}

export interface MediansLayout {
  readonly rows: readonly PlacedMedian[];
  readonly bottom: number;
  /** The scale of hours: where it ends, and from tick to tick. */
  readonly end: number;
  readonly step: number;
}

const STEPS = [1, 2, 5, 10, 20, 50] as const;

/** Places the groups under each other, and ends the scale some way past the furthest range, to leave room for words. */
export function mediansLayout({ series: all }: Medians, frame: Frame, pen: Pen): MediansLayout {
  const { size } = pen;
  const u = size.unit;
  const shown = all.filter((one): one is MedianSeries => !isWithheld(one));
  // An open stretch is drawn as long as it begins.
  const furthest = Math.max(1, ...shown.map(({ range: { hi } }) => hi.to ?? hi.from * 1.1));
  const step = STEPS.find((of) => furthest / of <= 5) ?? 50;
  // Where one group’s words need a line of their own, all have one, so that rows look alike.
  const apart = shown.some((series) => !fitsOneLine(series, pen));
  const second = apart ? 20 * u : 0;
  const rows = all.map((series, i): PlacedMedian => {
    const { side, label: text, asOf } = series;
    const headingY = frame.top + i * (size.heading + second + 46 * u) + size.heading;
    const wordsY = headingY + second;
    const n = isWithheld(series) ? undefined : count(series.n);
    const at = apart
      ? ({ x: frame.left, y: wordsY } as const)
      : ({ x: frame.left + size.width, y: wordsY, align: 'right' } as const);
    return {
      series,
      heading: { side, text, n, asOf, x: frame.left, y: headingY, size: size.heading },
      words: isWithheld(series) ? undefined : { ...wordsOf(series, pen), ...at },
      y: wordsY + 19 * u,
    };
  });
  const bottom = (rows.at(-1)?.y ?? frame.top) + 16 * u;
  return { rows, bottom, end: Math.ceil((furthest * 1.3) / step) * step, step };
}

function fitsOneLine(series: MedianSeries, pen: Pen): boolean {
  const { size } = pen;
  const asOf = series.asOf === undefined ? '' : `, as of ${series.asOf}`;
  const name = `${series.label} n = ${count(series.n)}${asOf}`;
  const heading = pen.measure(name, font(size.heading, 600)) + size.heading * 1.15;
  return heading + labelWidth(wordsOf(series, pen), pen.measure) + 20 * size.unit <= size.width;
}

function wordsOf({ side, middle, range }: MedianSeries, { colour, size }: Pen): Pick<Label, 'size' | 'runs'> {
  return {
    size: size.small,
    runs: [
      { text: hoursInWords(middle), weight: 600, size: size.value, colour: sideColour(side, colour) },
      { text: `, ${rangeBeside(middle, range)}`, colour: colour['ink-2'] },
    ],
  };
}
