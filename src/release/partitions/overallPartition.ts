import { ASKED, countName } from '../counts.ts';
import type { Partition } from '../disclosure/partition.ts';
import type { SeriesDefinition } from '../series.ts';
import { ANSWERED, type TableDefinition } from '../tables.ts';
import { groupOf } from './groupOf.ts';
import type { Counts } from './readCounts.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** The name of the people with an answer: that of the base itself where everyone in it has one. */
export const answeredName = (counted: string, { asides, base }: SeriesDefinition): string =>
  asides.length === 0 ? base.id : `${counted} ${ANSWERED}`;

/**
 * A series as a whole: every answer, and why the others gave none.
 * @throws {ReleaseError} when the cells and asides do not add up to the people asked.
 */
export function overallPartition({ name, counted, series }: TableDefinition, counts: Counts): Partition {
  const everybody = counts.where({ counted: true, segment: null });
  const part = (codes: readonly { readonly code: string }[]) =>
    groupOf(
      everybody,
      codes.map(({ code }) => countName(counted, code)),
      Object.fromEntries(codes.map(({ code }) => [code, [countName(counted, code)]])),
    );
  const answered = part(series.cells);
  const rest = part(series.asides);
  const asked = everybody.count([countName(counted, ASKED)]);
  if (answered.n + rest.n !== asked)
    throw new ReleaseError(
      `${name}: ${asked} people were asked but ${answered.n + rest.n} are in a cell; every one must be in exactly one.`,
    );
  return {
    table: name,
    side: series.side,
    segment: null,
    base: series.base.id,
    population: series.base.id,
    indicators: series.cells.map(({ code }) => code),
    headlines: Object.fromEntries(series.indicators.map(({ id, cells }) => [id, cells])),
    categories: { [ANSWERED]: { ...answered, population: answeredName(counted, series) } },
    rest,
  };
}
