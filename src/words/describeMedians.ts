import { answeredCell } from './cells.ts';
import type { FormWords } from './words.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import { hoursInWords, hoursRange, rangeBeside } from '../figures/hoursInWords.ts';
import type { MedianSeries, Medians } from '../figures/mediansFigure.ts';
import { count, withCount } from '../figures/percent.ts';

/** Middle answers in words. */
export function describeMedians(figure: Medians): FormWords {
  const { name, series, rowHeading, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is MedianSeries => !isWithheld(one));
  const cells = (pick: (one: MedianSeries) => string) =>
    series.map((one) => (isWithheld(one) ? '' : pick(one)));
  const [first] = shown;
  return {
    title: title(name, shown),
    alt: `${name}. Middle answers with ranges. ${series.map(inWords).join(' ')}`,
    table: {
      caption: `${name}: percent of those who answered, with counts, by hours; and the middle answer of each group, in hours, with its range of ranks.`,
      rowHeading,
      columns: series.map(({ label }) => label),
      rows: [
        {
          label: 'Middle answer',
          cells: series.map((one) => (isWithheld(one) ? one.because : hoursInWords(one.middle))),
          sum: true as const,
        },
        { label: 'Range', cells: cells(({ range }) => hoursRange(range.lo, range.hi)) },
        ...(first?.parts ?? []).map(({ label }, i) => ({
          label,
          cells: cells(({ parts }) => {
            const part = parts[i];
            return part === undefined ? '' : withCount(part);
          }),
        })),
        {
          label: 'Answered',
          cells: cells(answeredCell),
          sum: true as const,
        },
      ],
    },
    howToRead,
    doesNotShow,
    footing: { axis: ['Hours put in; the middle answer with its range of ranks'] },
  };
}

/** The first group that is shown; no two are compared, because no difference of middles is on the list. */
function title(name: string, [first]: readonly MedianSeries[]): string {
  if (first === undefined) return `${name}: too few answers yet`;
  const { n, who, middle } = first;
  return `Of ${count(n)} ${who}, the middle one put in ${hoursInWords(middle)}`;
}

function inWords(series: MedianSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, n, middle, range } = series;
  return `${label}, n ${count(n)}: middle answer ${hoursInWords(middle)}, ${rangeBeside(middle, range)}.`;
}
