import { count, percent } from '../figures/percent.ts';
import { sumInWords } from '../figures/sumInWords.ts';
import { answerBounds, answerCell, answeredInWords, answerRange, rangeInWords } from './cells.ts';
import { MINIMUM_BASE } from '../release/disclosure/thresholds.ts';
import { footingOf } from './footing.ts';
import { COUNTED, type FormWords, type TableColumn, type TableRow } from './words.ts';
import type { Ladder, LadderSeries } from '../figures/ladderFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import type { SideId } from '../survey/question.ts';
import { sideNames } from '../figures/sideNames.ts';

/** The ladder in words. */
export function describeLadder(figure: Ladder): FormWords {
  const shown = figure.series.filter((series): series is LadderSeries => !isWithheld(series));
  return {
    drawn: 'Stacked bars',
    alt: figure.series.map(inWords).join(' '),
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

function inWords(series: LadderSeries | Withheld): string {
  if (isWithheld(series)) return `${series.label}: ${series.because}.`;
  const { label, parts, sum, beside } = series;
  const said = parts.map((part) => `${part.short.toLowerCase()} ${percent(part)}`).join(', ');
  const range = isWithheld(sum) ? '' : `, ${rangeInWords(sum)}`;
  const also = beside === undefined ? '' : `; ${beside}`;
  return `${label}, ${answeredInWords(series)}: ${said}; ${sumInWords(sum)}${range}${also}.`;
}

const boundsOf = (sum: LadderSeries['sum']) => (isWithheld(sum) ? undefined : sum.bounds);

const columns = ({ series, apart, beside }: Ladder): readonly TableColumn[] => {
  if (apart === true || beside?.ofOthers === true) {
    const sides = new Set(series.map(({ side }) => sideNames[side]));
    return [...sides].map((heading) => ({ heading, beside: ['range'] }));
  }
  return series.map(({ label, shortLabel }) => ({ heading: label, short: shortLabel, beside: ['range'] }));
};

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

/** Every answer of a bar by its code, those that are drawn together by themselves. */
const answersOf = ({ parts }: LadderSeries): ReadonlyMap<string, Share | Withheld> =>
  new Map(
    parts
      .flatMap((part) => part.stands ?? [part])
      .map((value) => [isWithheld(value) ? value.id : value.code, value]),
  );

/** What stands in the rows of a bar’s answers; a count of few people stands in that of the sum alone. */
const whyEmpty = ({ few, because }: Withheld): string =>
  few === undefined ? because : `Under ${MINIMUM_BASE} answers`;

function rows(all: readonly (LadderSeries | Withheld)[]): TableRow[] {
  const shown = all.filter((series): series is LadderSeries => !isWithheld(series));
  const cells = (pick: (series: LadderSeries) => readonly [string, string]) =>
    all.flatMap((series) => (isWithheld(series) ? [whyEmpty(series), ''] : pick(series)));
  const sums = (pick: (series: LadderSeries) => readonly [string, string]) =>
    all.flatMap((series) => (isWithheld(series) ? [series.because, ''] : pick(series)));
  const bases = (pick: (series: LadderSeries) => readonly [string, string]) =>
    all.flatMap((series) =>
      isWithheld(series)
        ? [shown.length > 0 && series.few !== undefined ? count(series.few.of) : series.because, '']
        : pick(series),
    );
  const cell = (value: Share | Withheld) => [answerCell(value), answerRange(value)] as const;
  // Both sides may be offered other answers: every answer that one of them has, once.
  const codes = [...new Set(shown.flatMap((series) => [...answersOf(series).keys()]))];
  const merged = new Map(
    shown.flatMap(({ parts }) => parts.flatMap((part) => (part.stands ? [[part.code, part.label]] : []))),
  );
  return [
    ...codes.map((code) => ({
      label: inBothWords(
        shown.flatMap((series) => {
          const words = answersOf(series).get(code)?.label;
          return words === undefined ? [] : [{ side: series.side, words }];
        }),
      ),
      cells: cells((series) => {
        const value = answersOf(series).get(code);
        return value === undefined ? ['not offered', ''] : cell(value);
      }),
    })),
    ...[...merged].map(([code, label]) => ({
      label: `Drawn as one: ${label}`,
      cells: cells(({ parts }) => {
        const part = parts.find((one) => one.code === code);
        return part === undefined ? ['', ''] : cell(part);
      }),
    })),
    ...(shown.length === 0
      ? []
      : [
          {
            label: `Together: ${inBothWords(shown.map(({ side, sum: { label } }) => ({ side, words: label })))}`,
            cells: sums(({ sum }) => cell(sum)),
            sum: true as const,
          },
        ]),
    ...(shown.some(({ sum }) => boundsOf(sum) !== undefined)
      ? [
          {
            label: 'If all who did not say had said yes, or none',
            cells: cells(({ sum }) => [answerBounds(sum), '']),
          },
        ]
      : []),
    {
      label: shown.length === 0 ? COUNTED : 'Answered',
      cells: bases(({ n, asOf }) => [count(n), asOf === undefined ? '' : `as of ${asOf}`]),
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
