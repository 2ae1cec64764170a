import type { Bar, BarGroup, BarRow, Bars } from '../figures/barsFigure.ts';
import { percent } from '../figures/percent.ts';
import {
  answerBounds,
  answerCell,
  answeredCell,
  answeredInWords,
  answerRange,
  rangeInWords,
} from './cells.ts';
import { footingOf } from './footing.ts';
import type { FormWords } from './words.ts';
import { isWithheld } from '../figures/parts.ts';
import { sideNames } from '../figures/sideNames.ts';
import { lowered } from '../figures/capital.ts';

/** With more bars than this a sentence with all of them is no help: the table is. */
const MANY = 24;

/** Bars in words. */
export function describeBars(figure: Bars): FormWords {
  const { name, groups, rowHeading, yesNo, facts = false, measure, howToRead, doesNotShow } = figure;
  const sides = [...new Set(barsOf(figure).map(({ side }) => side))];
  const shown = barsOf(figure).flatMap(({ value }) => (isWithheld(value) ? [] : [value]));
  const bounded = !facts && shown.some(({ bounds }) => bounds !== undefined);
  const percents = yesNo
    ? 'percent of those who answered the row, so that percentages add up to more than 100'
    : facts
      ? 'percent of everybody whose answers count on each side'
      : 'percent of those who answered';
  return {
    drawn: `Bars${facts ? '' : ' with ranges'}`,
    alt: groups.map((group) => groupInWords(group, barsOf(figure).length > MANY, facts)).join(' '),
    table: {
      caption: `${name}: ${percents}, with counts${facts ? '' : ' and small-numbers ranges'}.`,
      rowHeading,
      columns: sides.map((side) => ({
        heading: sideNames[side],
        beside: [
          ...(facts ? [] : (['range'] as const)),
          ...(bounded ? (['bounds'] as const) : []),
          'base' as const,
        ],
      })),
      rows: groups.flatMap(({ label, rows }) => [
        ...(label === '' ? [] : [{ label, cells: [], group: true as const }]),
        ...rows.map(({ label: row, bars }) => ({
          label: row,
          cells: sides.flatMap((side) => {
            const bar = bars.find((candidate) => candidate.side === side);
            return cells(bar, { facts, bounded });
          }),
        })),
      ]),
    },
    howToRead: bounded
      ? `${howToRead} Bounds say what a share could be had everyone who was asked answered: every one of the others with no, or every one with yes.`
      : howToRead,
    doesNotShow,
    footing: footingOf(
      measure === undefined ? [] : [measure],
      facts ? [] : shown,
      'Bounds: had all who did not say said no, or yes',
    ),
  };
}

const barsOf = ({ groups }: Bars): readonly Bar[] =>
  groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars));

function cells(
  bar: Bar | undefined,
  { facts, bounded }: { readonly facts: boolean; readonly bounded: boolean },
): readonly string[] {
  const empty = ['', ...(facts ? [] : ['']), ...(bounded ? [''] : []), ''];
  if (bar === undefined) return empty;
  const { value } = bar;
  if (isWithheld(value)) {
    const since = value.asOf === undefined || value.n !== undefined ? '' : `, as of ${value.asOf}`;
    return [`${value.because}${since}`, ...empty.slice(2), answeredCell(value)];
  }
  return [
    answerCell(value),
    ...(facts ? [] : [answerRange(value)]),
    ...(bounded ? [answerBounds(value)] : []),
    answeredCell(value),
  ];
}

function groupInWords({ label, rows }: BarGroup, many: boolean, facts: boolean): string {
  const said = many ? longest(rows) : rows;
  const heading = label === '' ? '' : `${label}${many ? ', the longest bar of each side' : ''}: `;
  const isOfBoth = new Set(rows.flatMap(({ bars }) => bars.map(({ side }) => side))).size > 1;
  return `${heading}${said.map((row) => rowInWords(row, { facts, isOfBoth })).join('; ')}.`;
}

/** The row of each side’s longest bar. */
function longest(rows: readonly BarRow[]): readonly BarRow[] {
  const sides = [...new Set(rows.flatMap(({ bars }) => bars.map(({ side }) => side)))];
  return sides.flatMap((side) => {
    const [first] = rows
      .map((row) => ({ ...row, bars: row.bars.filter((bar) => bar.side === side) }))
      .toSorted((a, b) => length(b) - length(a));
    return first === undefined ? [] : [first];
  });
}

const length = ({ bars: [bar] }: BarRow): number =>
  bar === undefined || isWithheld(bar.value) ? -1 : bar.value.share;

function rowInWords(
  { label, bars }: BarRow,
  { facts, isOfBoth }: { readonly facts: boolean; readonly isOfBoth: boolean },
): string {
  const said = bars.map(({ side, value }) => {
    const who = side !== 'employer' || isOfBoth ? `${sideNames[side].toLowerCase()} ` : '';
    if (isWithheld(value)) return `${who}${lowered(value.because)}`;
    const range = facts ? '' : `, ${rangeInWords(value)}`;
    return `${who}${percent(value)}${range}, ${answeredInWords(value)}`;
  });
  return `${label} ${said.join(', ')}`;
}
