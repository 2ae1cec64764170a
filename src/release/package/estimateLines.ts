import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import { tables, type TableDefinition } from '../tables.ts';
import type { EstimateLine } from './estimateLine.ts';
import type { House } from './house.ts';
import { headlinesOf, measuresOf } from './measures.ts';
import { numbersOf } from './numbersOf.ts';
import { provenanceOf } from './provenance.ts';
import { segmentNumbers } from './segmentNumbers.ts';

type Head = Pick<EstimateLine, 'data' | 'release' | 'instrument'>;

function overall(release: Release, head: Head, { estimate, series }: TableDefinition): EstimateLine[] {
  const found = findSeries(release, estimate.id, series.id);
  return measuresOf(series).map((measure) => ({
    ...head,
    vintage: found.vintage,
    estimate,
    series,
    measure,
    cut: null,
    numbers: numbersOf(measure, found),
  }));
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
 * Every line of estimates.csv, in the order of the catalogue: the same lines in every release of one questionnaire,
 * withheld ones included.
 * @throws Error when the release lacks a table, group or count of the catalogue, naming it.
 */
export function estimateLines(release: Release, house: House): readonly EstimateLine[] {
  const head = { ...provenanceOf(release, house), instrument: release.instrument };
  return tables.flatMap((table) => (table.segment === null ? overall : cut)(release, head, table));
}
