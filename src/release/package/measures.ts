import type { Cell, SeriesDefinition } from '../series.ts';

/** How the numbers of a line are made, with what the code means. */
export const measureKinds = [
  { value: 'answer', label: 'Those who gave one answer, of all in the base' },
  { value: 'not_in_base', label: 'Asked, but not in the base, as one sum: a count without a share' },
  { value: 'headline', label: 'A yes or no fixed beforehand: those in the answers named in “parts”' },
  { value: 'by_day', label: 'Told by the end of a day: those in all answers up to it' },
  { value: 'implied_share', label: 'What the bands that people chose allow their mean share to be' },
  {
    value: 'implied_share_of_people',
    label: 'The same from the series that have a “weight”, each respondent counted that many times',
  },
  { value: 'median', label: 'The answer that the middle value lies in' },
] as const;

type MeasureKind = (typeof measureKinds)[number]['value'];

/** One statistic of a series: a count, a share, an interval or a median. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly option: string;
  readonly label: string;
  /** The answers it is made of. */
  readonly cells: readonly Cell[];
}

/** For each stretch of days, the cumulative count of people told by its end. */
function byDay({ cells }: SeriesDefinition): readonly Measure[] {
  const timed = cells.filter(({ days }) => days !== undefined);
  return timed.map(({ code, days }, index) => ({
    kind: 'by_day',
    option: code,
    label: `Within ${days ?? 0} days`,
    cells: timed.slice(0, index + 1),
  }));
}

/** A measure of all answers at once, where every one of them has what it needs. */
const ofAll = (
  { cells }: SeriesDefinition,
  kind: MeasureKind,
  label: string,
  has: (cell: Cell) => boolean,
): readonly Measure[] => (cells.every(has) ? [{ kind, option: kind, label, cells }] : []);

/** Every statistic of a series as a whole, in a fixed order: the same lines in every release. */
export const measuresOf = (series: SeriesDefinition): readonly Measure[] => [
  ...series.cells.map((cell): Measure => ({
    kind: 'answer',
    option: cell.code,
    label: cell.label,
    cells: [cell],
  })),
  ...(series.asides.length === 0
    ? []
    : [{ kind: 'not_in_base', option: 'unsaid', label: 'Did not say', cells: series.asides } as const]),
  ...headlinesOf(series),
  ...byDay(series),
  ...ofAll(series, 'implied_share', 'Share that the bands imply', ({ percent }) => percent !== undefined),
  ...((series.weightedBy ?? []).length === 0
    ? []
    : ofAll(series, 'implied_share_of_people', 'Share of people that the bands imply', () => true)),
  ...ofAll(series, 'median', 'Median', ({ hours }) => hours !== undefined),
];

/** The headlines of a series: the only statistics shown when it is cut by a segment. */
export const headlinesOf = ({ indicators, cells }: SeriesDefinition): readonly Measure[] =>
  indicators.map(({ id, label, cells: codes }) => ({
    kind: 'headline',
    option: id,
    label,
    cells: cells.filter(({ code }) => codes.includes(code)),
  }));
