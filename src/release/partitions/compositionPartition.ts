import { basesToldBy } from '../basesInside.ts';
import { ASKED, countName } from '../counts.ts';
import type { Group, Partition } from '../disclosure/partition.ts';
import type { TableDefinition } from '../tables.ts';
import { ReleaseError } from '../ReleaseError.ts';
import { groupOf } from './groupOf.ts';
import type { Counts } from './readCounts.ts';

/**
 * Who answered, by one variable: everybody on a side, each kind of people a category under the rules of cuts, because a
 * profile is nothing but groups of people (protocol 3.3, P11).
 * @throws {ReleaseError} when they do not add up to the people asked.
 */
export function compositionPartition(
  { name, counted, series }: TableDefinition,
  partedBy: string,
  counts: Counts,
): Partition {
  const everybody = counts.where({ counted: true, segment: null });
  const part = (codes: readonly string[]) =>
    groupOf(
      everybody,
      codes.map((code) => countName(counted, code)),
      {},
    );
  const rest = part(series.asides.map(({ code }) => code));
  const inOne = part(series.cells.map(({ code }) => code)).n + rest.n;
  const asked = everybody.count([countName(counted, ASKED)]);
  if (inOne !== asked)
    throw new ReleaseError(
      `${name}: ${asked} people were asked but ${inOne} are in a cell; every one must be in exactly one.`,
    );
  const unions = basesToldBy(series);
  const category = (code: string): Group => {
    const [population] = [...unions].find(([, codes]) => codes.length === 1 && codes[0] === code) ?? [];
    return { ...part([code]), ...(population !== undefined && { population }) };
  };
  return {
    table: name,
    side: series.side,
    segment: partedBy,
    base: series.base.id,
    population: series.base.id,
    indicators: [],
    categories: Object.fromEntries(series.cells.map(({ code }) => [code, category(code)])),
    unions,
    rest,
    printsRest: true,
  };
}
