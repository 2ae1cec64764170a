import { isWideRange } from '../statistics/precision.ts';
import { boundsInWords } from './bounds.ts';
import type { TableRow, Words } from './description.ts';
import { isWithheld, type Ladder, type LadderSeries, type Withheld } from './figure.ts';
import { count, percent, percentRange } from './percent.ts';
import { withCount } from './withCount.ts';

/** The ladder in words. */
export function describeLadder(figure: Ladder): Words {
  const shown = figure.series.filter((series): series is LadderSeries => !isWithheld(series));
  return {
    finding: finding(figure, shown),
    alt: `${figure.name}. Stacked bars. ${figure.series.map(inWords).join(' ')}`,
    table: {
      caption: `${figure.name}: percent of those who answered, with counts, and small-numbers ranges.`,
      rowHeading: figure.rowHeading,
      columns: figure.series.flatMap(({ label }) => [label, 'Range']),
      rows: rows(figure.series, shown),
    },
    howToRead: figure.howToRead,
    doesNotShow: figure.doesNotShow,
  };
}

/** The first series whose sum is exact enough to quote; else the chart’s name and what is missing. */
function finding({ name }: Ladder, shown: readonly LadderSeries[]): string {
  const quotable = shown.find(({ headline }) => !isWideRange(headline));
  if (quotable !== undefined) {
    const { n, x, base, predicate } = quotable.headline;
    return `Of ${count(n)} ${base}, ${count(x)} ${predicate}`;
  }
  const [first] = shown;
  return first === undefined
    ? `${name}: too few answers yet`
    : `${name}: ${count(first.n)} answers so far, and a wide range`;
}

function inWords(series: LadderSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, n, parts, headline } = series;
  const said = parts.map((part) => `${part.short.toLowerCase()} ${percent(part)}`).join(', ');
  const range = `${isWideRange(headline) ? 'wide ' : ''}range ${percentRange(headline.lo, headline.hi)}`;
  const { bounds } = headline;
  const bounded = bounds === undefined ? '' : `, ${boundsInWords(bounds)}`;
  return `${label}, n ${count(n)}: ${said}; ${percent(headline)} ${headline.label}, ${range}${bounded}.`;
}

function rows(all: readonly (LadderSeries | Withheld)[], shown: readonly LadderSeries[]): TableRow[] {
  const [first] = shown;
  // Both sides may be offered other answers: every answer that one of them has, once.
  const codes = shown
    .flatMap(({ parts }) => parts)
    .filter(({ code }, i, all) => all.findIndex((part) => part.code === code) === i);
  const cells = (pick: (series: LadderSeries) => readonly [string, string]) =>
    all.flatMap((series) => (isWithheld(series) ? [series.because, ''] : pick(series)));
  return [
    ...codes.map(({ code, label }) => ({
      label,
      cells: cells(({ parts }) => {
        const part = parts.find((candidate) => candidate.code === code);
        return part === undefined ? ['', ''] : [withCount(part), percentRange(part.lo, part.hi)];
      }),
    })),
    ...(first === undefined
      ? []
      : [
          {
            label: `Together: ${first.headline.label}`,
            cells: cells(({ headline: { bounds, ...headline } }) => [
              withCount(headline),
              `${percentRange(headline.lo, headline.hi)}${bounds === undefined ? '' : `, ${boundsInWords(bounds)}`}`,
            ]),
            sum: true as const,
          },
        ]),
    {
      label: 'Answered',
      cells: cells(({ n, asOf }) => [count(n), asOf === undefined ? '' : `as of ${asOf}`]),
      sum: true,
    },
  ];
}
