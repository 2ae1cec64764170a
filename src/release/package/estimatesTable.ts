import { proportionOf } from '../disclosure/proportionOf.ts';
import type { ShownGroup } from '../disclosure/shown.ts';
import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import { tables, type TableDefinition } from '../tables.ts';
import { tableFile, type TableFile } from './column.ts';
import { estimateColumns } from './estimateColumns.ts';
import type { EstimateLine, Numbers } from './estimateLine.ts';
import { headlinesOf, measuresOf } from './measures.ts';
import { numbersOf } from './numbersOf.ts';
import { provenanceOf } from './provenance.ts';
import type { Publisher } from './publisher.ts';

type Head = Pick<EstimateLine, 'data' | 'release' | 'instrument'>;

function overall(release: Release, head: Head, { estimate, series }: TableDefinition): EstimateLine[] {
  const found = findSeries(release, estimate.id, series.id);
  return measuresOf(series).map((measure) => ({
    ...head,
    estimate,
    series,
    measure,
    cut: null,
    ...numbersOf(release, estimate, measure, found),
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

function cut(
  release: Release,
  head: Head,
  { name, estimate, series, segment }: TableDefinition,
): EstimateLine[] {
  const table = release.tables.find((entry) => entry.table === name);
  if (segment === null || table === undefined)
    throw new Error(
      `The release “${release.id}” holds no table ${name}: it was made from another catalogue.`,
    );
  const { vintage, carried, groups } = table;
  return segment.categories.flatMap((category) => {
    const group = groups[category.code];
    if (group === undefined)
      throw new Error(`The release “${release.id}”, ${name}: it has no group ${category.code}.`);
    return headlinesOf(series).map((measure) => ({
      ...head,
      vintage,
      estimate,
      series,
      measure,
      cut: { segment: segment.id, category },
      numbers: segmentNumbers(group, measure.option, carried),
    }));
  });
}

/**
 * estimates.csv: every number of a release, one line a measure and group, in the order of the catalogue. Every release of
 * one questionnaire has the same lines, withheld ones included.
 * @throws Error when the release lacks a table, group or count of the catalogue, naming it.
 */
export function estimatesTable(release: Release, publisher: Publisher): TableFile {
  const head = { ...provenanceOf(release, publisher), instrument: release.instrument };
  return tableFile({
    name: 'estimates',
    title: 'Estimates',
    description:
      'Every number of the release: one line for each answer, headline and interval of each estimate, for everybody together and by one variable at a time. What is withheld has a line without numbers.',
    columns: estimateColumns,
    primaryKey: ['release', 'estimate_id', 'series', 'measure', 'option', 'segment_var', 'segment'],
    lines: tables.flatMap((table) => (table.segment === null ? overall : cut)(release, head, table)),
  });
}
