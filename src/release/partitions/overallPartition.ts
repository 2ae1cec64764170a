import { ASKED, countName } from '../counts.ts';
import type { Partition } from '../disclosure/partition.ts';
import type { SeriesDefinition } from '../series.ts';
import { ANSWERED, tables, type TableDefinition } from '../tables.ts';
import { groupOf } from './groupOf.ts';
import type { Counts } from './readCounts.ts';
import { ReleaseError } from '../ReleaseError.ts';

const keyOf = ({ base, asides }: SeriesDefinition): string =>
  JSON.stringify([base.id, asides.map(({ where }) => where)]);

const first = new Map(tables.toReversed().map(({ series, counted }) => [keyOf(series), counted]));

/**
 * The name of the people with an answer: that of the base itself where everyone in it has one. Series that the same people
 * answered share the name of the first, so that each is held to what the other printed (P6).
 */
export function answeredName(series: SeriesDefinition): string {
  if (series.asides.length === 0) return series.base.id;
  const counted = first.get(keyOf(series));
  if (counted === undefined) throw new Error(`The series ${series.id} is in no table of the catalogue.`);
  return `${counted} ${ANSWERED}`;
}

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
    categories: { [ANSWERED]: { ...answered, population: answeredName(series) } },
    rest,
  };
}
