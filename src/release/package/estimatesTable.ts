import { compositionOf } from '../composition.ts';
import { proportionOf } from '../disclosure/proportionOf.ts';
import type { ShownGroup } from '../disclosure/shown.ts';
import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import type { Segment } from '../segments.ts';
import { tableIn } from '../tableIn.ts';
import { tables, type TableDefinition } from '../tables.ts';
import { tableFile, type TableFile } from './column.ts';
import { estimateColumns } from './estimateColumns.ts';
import type { EstimateLine, Numbers } from './estimateLine.ts';
import { headlinesOf, measuresOf, type Measure } from './measures.ts';
import { numbersOf } from './numbersOf.ts';
import { provenanceOf } from './provenance.ts';
import type { Publisher } from './publisher.ts';

type Head = Pick<EstimateLine, 'data' | 'release'>;

/** Who answered: each category a share of everybody on the side, in no range because it is a fact. */
function composition(release: Release, head: Head, table: TableDefinition): EstimateLine[] {
  const { name, estimate, series } = table;
  const found = compositionOf(release, estimate, series, name);
  const { vintage, carried } = found;
  const numbers = ({ kind, option }: Measure): Numbers => {
    const category = found.categories.find(({ code }) => code === option);
    if (found.status === 'withheld') return { status: category?.status ?? 'withheld' };
    const x = kind === 'not_in_base' ? found.rest : category?.status === 'published' ? category.n : undefined;
    const n_answered = found.total;
    if (x === undefined) return { status: category?.status ?? 'withheld', n_answered };
    return { x, share: x / n_answered, status: carried ? 'carried' : 'published', n_answered };
  };
  return measuresOf(series).map((measure) => ({
    ...head,
    vintage,
    table,
    measure,
    cut: null,
    numbers: numbers(measure),
  }));
}

function overall(release: Release, head: Head, table: TableDefinition): EstimateLine[] {
  const { name, estimate, series } = table;
  if (series.partedBy !== undefined) return composition(release, head, table);
  const found = findSeries(release, estimate.id, series.id, name);
  return measuresOf(series).map((measure) => ({
    ...head,
    table,
    measure,
    cut: null,
    ...numbersOf(release, series, measure, found),
  }));
}

/**
 * The numbers of one headline in one group of a cut, as the disclosure rules let them be printed.
 * @throws Error when the group does not have the headline.
 */
function segmentNumbers(group: ShownGroup, headline: string, carried: boolean): Numbers {
  if (group.status !== 'published') return { status: group.status };
  const cell = group.cells[headline];
  if (cell === undefined) throw new Error(`The group has no ${headline}.`);
  const n_answered = group.n;
  switch (cell.status) {
    case 'withheld':
      return { status: 'withheld', n_answered };
    case 'small_cell':
      return { status: 'small_cell', n_answered, bound: cell.bound };
    case 'published':
      return { ...proportionOf(group, headline), status: carried ? 'carried' : 'published', n_answered };
  }
}

function cut(release: Release, head: Head, table: TableDefinition, segment: Segment): EstimateLine[] {
  const { name, series } = table;
  const { vintage, carried, groups } = tableIn(release, name);
  return segment.categories.flatMap((category) => {
    const group = groups[category.code];
    if (group === undefined)
      throw new Error(`The release “${release.id}”, ${name}: it has no group ${category.code}.`);
    return headlinesOf(series).map((measure) => ({
      ...head,
      vintage,
      table,
      measure,
      cut: { segment: segment.id, category },
      numbers: segmentNumbers(group, measure.option, carried),
    }));
  });
}

/**
 * Every line of estimates.csv, in the order of the catalogue.
 * @throws Error when the release lacks a table, group or count of the catalogue, naming it.
 */
export const estimateLines = (release: Release, provenance: Head): readonly EstimateLine[] =>
  tables.flatMap((table) =>
    table.segment === null
      ? overall(release, provenance, table)
      : cut(release, provenance, table, table.segment),
  );

/**
 * estimates.csv: every number of a release, one line a measure and group. Every release of one questionnaire has the same
 * lines, withheld ones included.
 * @throws Error as `estimateLines` does.
 */
export const estimatesTable = (release: Release, publisher: Publisher): TableFile =>
  tableFile({
    name: 'estimates',
    title: 'Estimates',
    description:
      'Every number of the release: one line for each answer, headline and interval of each estimate, for everybody together and by one variable at a time. What is withheld has a line without numbers.',
    columns: estimateColumns,
    primaryKey: ['release', 'estimate_id', 'series', 'measure', 'option', 'segment_var', 'segment'],
    lines: estimateLines(release, provenanceOf(release, publisher)),
  });
