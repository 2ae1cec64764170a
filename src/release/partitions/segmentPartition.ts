import { countName } from '../counts.ts';
import type { Group, Partition } from '../disclosure/partition.ts';
import type { Segment } from '../segments.ts';
import type { TableDefinition } from '../tables.ts';
import { groupOf } from './groupOf.ts';
import { answeredName } from './overallPartition.ts';
import type { Counts } from './readCounts.ts';

/** A series cut by one segment: its headline indicators in each category, and those in no category. */
export function segmentPartition(
  { name, counted, series }: TableDefinition,
  segment: Segment,
  counts: Counts,
): Partition {
  const names = (codes: readonly string[]) => codes.map((code) => countName(counted, code));
  const answered = names(series.cells.map(({ code }) => code));
  const x = Object.fromEntries(series.indicators.map(({ id, cells }) => [id, names(cells)]));
  const categoryOf = (code: string): Group =>
    groupOf(counts.where({ counted: true, segment: segment.id, category: code }), answered, x);
  const codes = segment.categories.map(({ code }) => code);
  return {
    table: name,
    side: series.side,
    segment: segment.id,
    base: series.base.id,
    population: answeredName(series),
    indicators: series.indicators.map(({ id }) => id),
    categories: Object.fromEntries(codes.map((code) => [code, categoryOf(code)])),
    rest: groupOf(counts.where({ counted: true, segment: segment.id, outside: new Set(codes) }), answered, x),
  };
}
