import { answerCell, answeredCell, answeredInWords } from './cells.ts';
import type { FormWords } from './words.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import { hoursInWords, hoursRange, rangeBeside } from '../figures/hoursInWords.ts';
import type { MedianSeries, Medians } from '../figures/mediansFigure.ts';

/** Middle answers in words. */
export function describeMedians(figure: Medians): FormWords {
  const { name, series, rowHeading, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is MedianSeries => !isWithheld(one));
  const cells = (pick: (one: MedianSeries) => string) =>
    series.map((one) => (isWithheld(one) ? '' : pick(one)));
  const [first] = shown;
  return {
    drawn: 'Middle answers with ranges',
    alt: series.map(inWords).join(' '),
    table: {
      caption: `${name}: percent of those who answered, with counts, by hours; and the middle answer of each group, in hours, with its range of ranks.`,
      rowHeading,
      columns: series.map(({ label, shortLabel }) => ({ heading: label, short: shortLabel })),
      rows: [
        {
          label: 'Middle answer',
          cells: series.map((one) => (isWithheld(one) ? one.because : hoursInWords(one.middle))),
          sum: true as const,
        },
        ...(shown.length === 0
          ? []
          : [
              { label: 'Range', cells: cells(({ range }) => hoursRange(range.lo, range.hi)) },
              ...(first?.parts ?? []).map(({ label }, i) => ({
                label,
                cells: cells(({ parts }) => {
                  const part = parts[i];
                  return part === undefined ? '' : answerCell(part);
                }),
              })),
              {
                label: 'Answered',
                cells: cells(answeredCell),
                sum: true as const,
              },
            ]),
      ],
    },
    howToRead,
    doesNotShow,
    footing: { axis: ['Hours put in; the middle answer with its range of ranks'] },
  };
}

function inWords(series: MedianSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, middle, range } = series;
  return `${label}, ${answeredInWords(series)}: middle answer ${hoursInWords(middle)}, ${rangeBeside(middle, range)}.`;
}
