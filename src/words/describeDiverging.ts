import { answerCell, answeredCell, answeredInWords, rangeCell, rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import type { FormWords } from './words.ts';
import type { Diverging, LadderSeries } from '../figures/ladderFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import { percent, withCount } from '../figures/percent.ts';
import { sumInWords } from '../figures/sumInWords.ts';

/** Five points in words. */
export function describeDiverging(figure: Diverging): FormWords {
  const { name, series, rowHeading, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is LadderSeries => !isWithheld(one));
  const [first] = shown;
  const points = shown.map(answersOf).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const drawn = shown.some(({ parts }) => parts.some(({ stands }) => stands !== undefined));
  const last = drawn ? ['Drawn as one'] : [];
  const empty = [...points, '', '', '', ...last].slice(1).map(() => '');
  return {
    drawn: 'Bars of five answers, by what people had heard',
    alt: series.map(inWords).join(' '),
    table: {
      caption: `${name}: percent of each row, with counts and small-numbers ranges.`,
      rowHeading,
      columns: [
        ...points.map(({ label }) => ({ heading: label })),
        ...last.map((heading) => ({ heading })),
        first === undefined
          ? { heading: 'Answers' }
          : { heading: `Together: ${first.sum.label}`, beside: ['range', 'base'] },
      ],
      rows: series.map((one) => ({
        label: one.label,
        cells: isWithheld(one)
          ? [one.because, ...(first === undefined ? [] : empty)]
          : [
              ...answersOf(one).map(answerCell),
              ...(drawn ? [drawnAsOne(one)] : []),
              answerCell(one.sum),
              isWithheld(one.sum) ? '' : rangeCell(one.sum),
              answeredCell(one),
            ],
      })),
    },
    howToRead,
    doesNotShow,
    footing: footingOf(
      ['Percent of each row', ...(figure.straddles ? ['Dotted: the middle of the scale'] : [])],
      shown.flatMap(({ parts }) => parts),
    ),
  };
}

/** Every answer of a bar, those that are drawn together by themselves. */
const answersOf = ({ parts }: LadderSeries): readonly (Share | Withheld)[] =>
  parts.flatMap((part) => part.stands ?? [part]);

/** What the drawing sums because counts are hidden: “Not at all or slightly: 12% (5)”. */
const drawnAsOne = ({ parts }: LadderSeries): string =>
  parts
    .flatMap((part) => (part.stands === undefined ? [] : [`${part.short}: ${withCount(part)}`]))
    .join('; ');

function inWords(series: LadderSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, sum, parts } = series;
  const said = parts
    .map((part) => (part.stands === undefined ? percent(part) : `${percent(part)} (${part.short})`))
    .join(', ');
  const range = isWithheld(sum) ? '' : `, ${rangeInWords(sum)}`;
  return `${label}, ${answeredInWords(series)}: ${sumInWords(sum)}${range}; from the first answer to the last ${said}.`;
}
