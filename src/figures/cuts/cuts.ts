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
  /** Its place under /charts/: “outcome/by/industry”. */
  readonly id: string;
  readonly estimate: EstimateDefinition;
  readonly segment: Segment;
  readonly sides: readonly CutSeries[];
}

export const cutId = (slug: string, segment: string): string => `${slug}/by/${segment}`;

/**
 * The coarsest indicator that every series of the estimate that may be cut has. It is what the whole chart is read for,
 * it means the same on both sides and in every cut, and P5 gives up the finer one first, so that this one leaves the
 * fewest groups blank.
 */
function sharedIndicator({ id: estimate, series }: EstimateDefinition): string {
  const [first, ...rest] = series.filter(({ segments }) => segments.length > 0);
  const shared = first?.indicators.find(({ id }) =>
    rest.every(({ indicators }) => indicators.some((indicator) => indicator.id === id)),
  );
  if (shared === undefined) throw new Error(`The series of ${estimate} share no indicator to be cut.`);
  return shared.id;
}

function cutOf(id: string, definitions: readonly TableDefinition[]): readonly Cut[] {
  const [first] = definitions;
  if (first === undefined || first.segment === null) return [];
  const { estimate, segment } = first;
  const shared = sharedIndicator(estimate);
  const sides = definitions.flatMap(({ name, series }) =>
    series.indicators
      .filter((indicator) => indicator.id === shared)
      .map((indicator) => ({ table: name, series, indicator })),
  );
  return [{ id, estimate, segment, sides }];
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
