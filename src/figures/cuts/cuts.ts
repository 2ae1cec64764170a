import type { Segment } from '../../release/segments.ts';
import type { EstimateDefinition, Indicator, SeriesDefinition } from '../../release/series.ts';
import { tables, type TableDefinition } from '../../release/tables.ts';

/** A series that a cut draws, with the yes or no that it draws of it. */
export interface CutSeries {
  readonly table: string;
  readonly series: SeriesDefinition;
  readonly indicator: Indicator;
}

/** One estimate cut by one segment: what a page under `by/` shows. */
export interface Cut {
  /** Its place under /charts/: “promise/by/size3”. */
  readonly id: string;
  readonly estimate: EstimateDefinition;
  readonly segment: Segment;
  /** What is counted, each with the series that it is counted of: one for both sides, or one a series (E18). */
  readonly measures: readonly (readonly CutSeries[])[];
}

export const cutId = (slug: string, segment: string): string => `${slug}/by/${segment}`;

/**
 * The coarsest indicator that every series of the estimate that may be cut has. It is what the whole chart is read for,
 * it means the same on both sides and in every cut, and P5 gives up the finer one first, so that this one leaves the
 * fewest groups blank.
 */
function sharedIndicator({ series }: EstimateDefinition): string | undefined {
  const [first, ...rest] = series.filter(({ segments }) => segments.length > 0);
  return first?.indicators.find(({ id }) =>
    rest.every(({ indicators }) => indicators.some((indicator) => indicator.id === id)),
  )?.id;
}

function measured({ name, series, estimate }: TableDefinition, shared: string | undefined): CutSeries {
  const indicator = series.indicators.find(({ id }) => shared === undefined || id === shared);
  if (indicator === undefined)
    throw new Error(`The series ${estimate.id} ${series.id} has nothing to be cut.`);
  return { table: name, series, indicator };
}

function cutOf(id: string, definitions: readonly TableDefinition[]): readonly Cut[] {
  const [first] = definitions;
  if (first === undefined || first.segment === null) return [];
  const { estimate, segment } = first;
  const shared = sharedIndicator(estimate);
  const all = definitions.map((definition) => measured(definition, shared));
  return [{ id, estimate, segment, measures: shared === undefined ? all.map((one) => [one]) : [all] }];
}

/** Every cut that the catalogue allows, in its order. */
export const cuts: readonly Cut[] = [
  ...Map.groupBy(
    tables.filter(({ segment }) => segment !== null),
    ({ estimate, segment }) => cutId(estimate.slug, segment?.id ?? ''),
  ),
].flatMap(([id, definitions]) => cutOf(id, definitions));

/** The cuts of one chart. */
export const cutsOf = (slug: string): readonly Cut[] => cuts.filter(({ estimate }) => estimate.slug === slug);
