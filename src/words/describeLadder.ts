import { isWideRange } from '../statistics/precision.ts';
import { boundsInWords, count, percent, percentRange, withCount } from '../figures/percent.ts';
import { sumInWords } from '../figures/sumInWords.ts';
import { rangeInWords } from './cells.ts';
import { footingOf } from './footing.ts';
import type { TableRow, FormWords } from './words.ts';
import type { Ladder, LadderSeries } from '../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../figures/parts.ts';
import type { SideId } from '../survey/question.ts';
import { sideNames } from '../figures/sideNames.ts';

/** The ladder in words. */
export function describeLadder(figure: Ladder): FormWords {
  const shown = figure.series.filter((series): series is LadderSeries => !isWithheld(series));
  return {
    title: title(figure, shown),
    alt: `${figure.name}. Stacked bars. ${figure.series.map(inWords).join(' ')}`,
    table: {
      caption: `${figure.name}: percent of those who answered, with counts, and small-numbers ranges.`,
      rowHeading: figure.rowHeading,
      columns: columns(figure),
      rows: tableRows(figure),
    },
    howToRead: figure.howToRead,
    doesNotShow: figure.doesNotShow,
    footing: footingOf(
      [],
      shown.flatMap(({ parts }) => parts),
    ),
  };
}

/** The first series whose sum is exact enough to quote; else the chart’s name and what is missing. */
function title({ name }: Ladder, shown: readonly LadderSeries[]): string {
  const quotable = shown.find(({ sum }) => !isWideRange(sum));
  if (quotable !== undefined) {
    const { n, x, base, predicate } = quotable.sum;
    return `Of ${count(n)} ${base}, ${count(x)} ${predicate}`;
  }
  const [first] = shown;
  return first === undefined
    ? `${name}: too few answers yet`
    : `${name}: ${count(first.n)} answers so far, and a wide range`;
}

function inWords(series: LadderSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, n, parts, sum, beside } = series;
  const said = parts.map((part) => `${part.short.toLowerCase()} ${percent(part)}`).join(', ');
  const { bounds } = sum;
  const bounded = bounds === undefined ? '' : `, ${boundsInWords(bounds)}`;
  const also = beside === undefined ? '' : `; ${beside}`;
  return `${label}, n ${count(n)}: ${said}; ${sumInWords(sum)}, ${rangeInWords(sum)}${bounded}${also}.`;
}

const columns = ({ series, apart }: Ladder): readonly string[] =>
  apart === true
    ? [...new Set(series.map(({ side }) => sideNames[side]))].flatMap((name) => [name, 'Range'])
    : series.flatMap(({ label }) => [label, 'Range']);

/** Bars with the same answers stand side by side; bars with answers of their own, and other looks, under each other. */
function tableRows({ series, apart, beside }: Ladder): readonly TableRow[] {
  const heading = (label: string): TableRow => ({ label, cells: [], group: true });
  if (apart === true) return series.flatMap((one) => [heading(one.label), ...rows([one])]);
  if (beside === undefined) return rows(series);
  const { last } = beside;
  return [
    heading(beside.heading),
    ...rows(series),
    heading(beside.other),
    ...rows(beside.series),
    ...(last === undefined
      ? []
      : [{ label: last.label, cells: last.cells.flatMap((cell) => [cell, '']), sum: true as const }]),
  ];
}

function rows(all: readonly (LadderSeries | Withheld)[]): TableRow[] {
  const shown = all.filter((series): series is LadderSeries => !isWithheld(series));
  // Both sides may be offered other answers: every answer that one of them has, once.
  const codes = [...new Set(shown.flatMap(({ parts }) => parts.map(({ code }) => code)))];
  const cells = (pick: (series: LadderSeries) => readonly [string, string]) =>
    all.flatMap((series) => (isWithheld(series) ? [series.because, ''] : pick(series)));
  const partOf = ({ parts }: LadderSeries, of: string) => parts.find(({ code }) => code === of);
  return [
    ...codes.map((code) => ({
      label: inBothWords(
        shown.flatMap((series) => {
          const part = partOf(series, code);
          return part === undefined ? [] : [{ side: series.side, words: part.label }];
        }),
      ),
      cells: cells((series) => {
        const part = partOf(series, code);
        return part === undefined ? ['not offered', ''] : [withCount(part), percentRange(part.lo, part.hi)];
      }),
    })),
    ...(shown.length === 0
      ? []
      : [
          {
            label: `Together: ${inBothWords(shown.map(({ side, sum: { label } }) => ({ side, words: label })))}`,
            cells: cells(({ sum }) => [withCount(sum), percentRange(sum.lo, sum.hi)]),
            sum: true as const,
          },
        ]),
    ...(shown.some(({ sum }) => sum.bounds !== undefined)
      ? [
          {
            label: 'Bounds, with those who did not say',
            cells: cells(({ sum: { bounds } }) => [
              bounds === undefined ? '' : percentRange(bounds.lower, bounds.upper),
              '',
            ]),
          },
        ]
      : []),
    {
      label: 'Answered',
      cells: cells(({ n, asOf }) => [count(n), asOf === undefined ? '' : `as of ${asOf}`]),
      sum: true,
    },
  ];
}

/** A row’s name as each side met it: “Yes, and I heard by then; employers: Yes, and they heard by then”. */
function inBothWords(all: readonly { readonly side: SideId; readonly words: string }[]): string {
  const [first, ...more] = all;
  const other = more.find(({ side, words }) => side !== first?.side && words !== first?.words);
  if (first === undefined || other === undefined) return first?.words ?? '';
  return `${first.words}; ${sideNames[other.side].toLowerCase()}: ${other.words}`;
}
