import { type Condition, all, either } from '../../survey/condition.ts';
import type { SideId } from '../../survey/question.ts';
import { compositionOf } from '../composition.ts';
import type { ShownCell } from '../disclosure/shown.ts';
import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import type { Cell, SeriesDefinition } from '../series.ts';
import { tables, type TableDefinition } from '../tables.ts';

/** A number of people that a release prints, and who they are. */
export interface PrintedCount {
  readonly name: string;
  readonly side: SideId;
  readonly vintage: string | null;
  readonly where: Condition;
  readonly n: number;
}

type Counted = Pick<PrintedCount, 'where' | 'n'> & { readonly what: string };

const anyOf = (cells: readonly Cell[]): Condition => either(...cells.map(({ where }) => where));

/** Those of a series in any of these answers. */
const within = ({ base }: SeriesDefinition, cells: readonly Cell[]): Condition =>
  all(base.where, anyOf(cells));

const printed = (what: string, where: Condition, cell: ShownCell | undefined): readonly Counted[] =>
  cell?.status === 'published' ? [{ what, where, n: cell.x }] : [];

const headlineOf = (series: SeriesDefinition, codes: readonly string[]): Condition =>
  within(
    series,
    series.cells.filter(({ code }) => codes.includes(code)),
  );

function ofSeries(release: Release, { name, estimate, series }: TableDefinition): readonly Counted[] {
  const found = findSeries(release, estimate.id, series.id, name);
  const indicators = series.indicators.map(({ id, cells }) => ({ id, where: headlineOf(series, cells) }));
  if (found.status === 'few_answers')
    return [
      { what: 'answered', where: within(series, series.cells), n: found.people },
      ...indicators.flatMap(({ id, where }) => {
        const n = found.counted[id];
        return n === undefined ? [] : [{ what: id, where, n }];
      }),
    ];
  if (found.status !== 'published') return [];
  const { n_answered, unsaid, cells, headlines } = found;
  return [
    { what: 'answered', where: within(series, series.cells), n: n_answered },
    ...(unsaid === null
      ? []
      : [
          { what: 'asked', where: series.base.where, n: n_answered + unsaid },
          { what: 'unsaid', where: within(series, series.asides), n: unsaid },
        ]),
    ...series.cells.flatMap((cell) => printed(cell.code, within(series, [cell]), cells[cell.code])),
    ...indicators.flatMap(({ id, where }) => printed(id, where, headlines[id])),
  ];
}

function ofComposition(release: Release, { name, estimate, series }: TableDefinition): readonly Counted[] {
  const found = compositionOf(release, estimate, series, name);
  if (found.status === 'withheld') return [];
  const hidden = series.cells.filter(({ code }) =>
    found.categories.some((one) => one.code === code && one.status !== 'published'),
  );
  return [
    { what: 'total', where: series.base.where, n: found.total },
    { what: 'rest', where: within(series, [...hidden, ...series.asides]), n: found.rest },
    ...series.cells.flatMap((cell) => {
      const category = found.categories.find(({ code }) => code === cell.code);
      return category?.status === 'published'
        ? [{ what: cell.code, where: within(series, [cell]), n: category.n }]
        : [];
    }),
  ];
}

function ofCut(release: Release, { name, series, segment }: TableDefinition): readonly Counted[] {
  const groups = release.tables.find(({ table }) => table === name)?.groups ?? {};
  return (segment?.categories ?? []).flatMap(({ code, where }) => {
    const group = groups[code];
    if (group?.status !== 'published') return [];
    return [
      { what: code, where: all(within(series, series.cells), where), n: group.n },
      ...series.indicators.flatMap(({ id, cells }) =>
        printed(`${code} ${id}`, all(headlineOf(series, cells), where), group.cells[id]),
      ),
    ];
  });
}

/** Every number of people that the tables of a release print, those of answers and headlines, whole and cut. */
export const printedCounts = (release: Release): readonly PrintedCount[] =>
  tables.flatMap((table) => {
    const { name, series, segment } = table;
    const vintage = release.tables.find((entry) => entry.table === name)?.vintage ?? null;
    const counts = segment !== null ? ofCut : series.partedBy === undefined ? ofSeries : ofComposition;
    return counts(release, table).map(({ what, where, n }) => ({
      name: `${name}, ${what}`,
      side: series.side,
      vintage,
      where,
      n,
    }));
  });
