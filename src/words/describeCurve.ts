import { answerBounds, answerCell, answeredInWords, answerRange, rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import { COUNTED, type TableRow, type FormWords } from './words.ts';
import type { Curve, CurveSeries } from '../figures/curveFigure.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import { count, percent } from '../figures/percent.ts';

/** The curve in words. */
export function describeCurve(figure: Curve): FormWords {
  const { name, series, landmark, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is CurveSeries => !isWithheld(one));
  const bounded = shown.some(isBounded);
  const [only, second] = shown;
  const whom =
    only === undefined || second !== undefined ? 'those who answered' : `the ${count(only.n)} ${only.base}`;
  return {
    drawn: 'Stepped curve',
    alt: [
      ...series.map(inWords),
      // Who hears a drawing hears nothing of what is written in it.
      ...(landmark === undefined || shown.length === 0 ? [] : [`${landmark.label}: ${landmark.note}.`]),
    ].join(' '),
    table: {
      caption: `${name}: cumulative percent of ${whom}, with counts, and small-numbers ranges.`,
      rowHeading: 'Days since the last step',
      columns: series.map(({ label, shortLabel }) => ({
        heading: label,
        short: shortLabel,
        beside: bounded ? ['range', 'bounds'] : ['range'],
      })),
      rows: rows(series, shown, bounded),
    },
    howToRead: bounded
      ? `${howToRead} Bounds say what a share could be had all who did not say when said it: every one of them a later day, or every one a day until then.`
      : howToRead,
    doesNotShow,
    footing: footingOf(
      shown.length > 0
        ? ['Days since the last step', 'Pale: told on one of these days, which one is not known']
        : [],
      shown.flatMap(({ parts }) => parts),
      'Bounds: had all who did not say been told later, or by then',
    ),
  };
}

/** Whether so many did not say when that it must be told; as many are missing on every day. */
const isBounded = ({ parts }: CurveSeries): boolean => parts.some(({ bounds }) => bounds !== undefined);

function inWords(series: CurveSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, parts } = series;
  const last = parts.at(-1);
  const steps = parts.map((part) => `${percent(part)} by day ${part.upTo}`).join(', ');
  return `${label}, ${answeredInWords(series)}: ${steps}${last === undefined ? '' : `, ${rangeInWords(last)}`}.`;
}

function rows(all: Curve['series'], shown: readonly CurveSeries[], bounded: boolean): readonly TableRow[] {
  const none = bounded ? [''] : [];
  if (shown.length === 0)
    return [{ label: COUNTED, cells: all.flatMap((one) => [isWithheld(one) ? one.because : '', '']) }];
  const days = [
    ...new Set(shown.flatMap(({ parts, unknown = [] }) => [...parts, ...unknown].map(({ upTo }) => upTo))),
  ].toSorted((a, b) => a - b);
  return [
    ...days.map((day, i) => ({
      label: `Up to day ${day}`,
      cells: all.flatMap((series) => {
        // Few people are counted by one day alone: their sentence stands under all days.
        if (isWithheld(series))
          return [i === 0 && series.few === undefined ? series.because : '', '', ...none];
        const { parts, unknown = [] } = series;
        const part = [...parts, ...unknown].find(({ upTo }) => upTo === day);
        if (part === undefined) return ['', '', ...none];
        return [answerCell(part), answerRange(part), ...(bounded ? [answerBounds(part)] : [])];
      }),
    })),
    {
      label: 'Answered',
      cells: all.flatMap((series) =>
        isWithheld(series)
          ? [series.few === undefined ? '' : series.because, '', ...none]
          : [count(series.n), series.asOf === undefined ? '' : `as of ${series.asOf}`, ...none],
      ),
      sum: true as const,
    },
  ];
}
