import { isWideRange } from '../statistics/precision.ts';
import { answeredCell, rangeCell, rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import type { FormWords } from './words.ts';
import type { Diverging, LadderSeries } from '../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import { count, percent, withCount } from '../figures/percent.ts';

/** Five points in words. */
export function describeDiverging(figure: Diverging): FormWords {
  const { name, series, rowHeading, howToRead, doesNotShow } = figure;
  const shown = series.filter((one): one is LadderSeries => !isWithheld(one));
  const [first] = shown;
  const points = first?.parts ?? [];
  const empty = [...points, '', '', ''].slice(1).map(() => '');
  return {
    title: title(name, shown),
    alt: `${name}. Bars of five answers, by what people had heard. ${series.map(inWords).join(' ')}`,
    table: {
      caption: `${name}: percent of each row, with counts and small-numbers ranges.`,
      rowHeading,
      columns: [
        ...points.map(({ label }) => label),
        ...(first === undefined ? ['Answers'] : [`Together: ${first.sum.short}`, 'Range', 'Answered']),
      ],
      rows: series.map((one) => ({
        label: one.label,
        cells: isWithheld(one)
          ? [one.because, ...(first === undefined ? [] : empty)]
          : [...one.parts.map(withCount), withCount(one.sum), rangeCell(one.sum), answeredCell(one)],
      })),
    },
    howToRead,
    doesNotShow,
    footing: footingOf(
      ['Percent of each row', 'Dotted: the middle of the scale'],
      shown.flatMap(({ parts }) => parts),
    ),
  };
}

/** Without a difference to quote: the first row that is exact enough; else what is missing. */
function title(name: string, shown: readonly LadderSeries[]): string {
  const quotable = shown.find(({ sum }) => !isWideRange(sum));
  if (quotable !== undefined) {
    const { n, x, base, predicate } = quotable.sum;
    return `Of ${count(n)} ${base}, ${count(x)} ${predicate}`;
  }
  return `${name}: ${shown.length > 0 ? 'few answers so far, and wide ranges' : 'too few answers yet'}`;
}

function inWords(series: LadderSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, n, sum, parts } = series;
  const said = parts.map((part) => percent(part)).join(', ');
  return `${label}, n ${count(n)}: ${percent(sum)} ${sum.label}, ${rangeInWords(sum)}; from the first answer to the last ${said}.`;
}
