import { isWideRange } from '../statistics/precision.ts';
import { footingOf } from './footing.ts';
import type { TableRow, FormWords } from './words.ts';
import type { Curve, CurveSeries } from '../figures/curveFigure.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import { count, percent, percentRange, withCount } from '../figures/percent.ts';

/** The curve in words. */
export function describeCurve(figure: Curve): FormWords {
  const { name, series, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is CurveSeries => !isWithheld(one));
  const [only, second] = shown;
  const whom =
    only === undefined || second !== undefined ? 'those who answered' : `the ${count(only.n)} ${only.base}`;
  return {
    title: title(figure),
    alt: `${name}. ${shown.length > 0 ? 'Stepped curve. ' : ''}${series.map(inWords).join(' ')}`,
    table: {
      caption: `${name}: cumulative percent of ${whom}, with counts, and small-numbers ranges.`,
      rowHeading: 'Days since the last step',
      columns: series.flatMap(({ label }) => [label, 'Range']),
      rows: rows(series, shown),
    },
    howToRead,
    doesNotShow,
    footing: footingOf(
      shown.length > 0 ? ['Days since the last step'] : [],
      shown.flatMap(({ parts }) => parts),
    ),
  };
}

function inWords(series: CurveSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, n, parts } = series;
  const last = parts.at(-1);
  const steps = parts.map((part) => `${percent(part)} by day ${part.upTo}`).join(', ');
  return `${label}, n ${count(n)}: ${steps}${last === undefined ? '' : `, range ${percentRange(last.lo, last.hi)}`}.`;
}

function rows(all: Curve['series'], shown: readonly CurveSeries[]): readonly TableRow[] {
  if (shown.length === 0)
    return [{ label: 'All days', cells: all.flatMap((one) => [isWithheld(one) ? one.because : '', '']) }];
  const days = [...new Set(shown.flatMap(({ parts }) => parts.map(({ upTo }) => upTo)))];
  return [
    ...days.map((day, i) => ({
      label: `Up to day ${day}`,
      cells: all.flatMap((series) => {
        if (isWithheld(series)) return [i === 0 ? series.because : '', ''];
        const part = series.parts.find(({ upTo }) => upTo === day);
        return part === undefined ? ['', ''] : [withCount(part), percentRange(part.lo, part.hi)];
      }),
    })),
    {
      label: 'Answered',
      cells: all.flatMap((series) =>
        isWithheld(series)
          ? ['', '']
          : [count(series.n), series.asOf === undefined ? '' : `as of ${series.asOf}`],
      ),
      sum: true as const,
    },
  ];
}

/** The first line whose last step is exact enough to quote; else the chart’s name and what is missing. */
function title({ name, series }: Curve): string {
  const shown = series.filter((one): one is CurveSeries => !isWithheld(one));
  for (const { parts, base, predicate } of shown) {
    const last = parts.at(-1);
    if (last === undefined || isWideRange(last)) continue;
    return `By day ${last.upTo}, ${count(last.x)} of the ${count(last.n)} ${base} ${predicate}`;
  }
  const [first] = shown;
  return first === undefined
    ? `${name}: too few answers yet`
    : `${name}: ${count(first.n)} answers so far, and a wide range`;
}
