import { catalogue } from '../catalogue.ts';
import { segments, type Segment } from '../segments.ts';
import type { EstimateDefinition, Indicator, SeriesDefinition } from '../series.ts';
import { tables, type TableDefinition } from '../tables.ts';

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
  /** What is counted, each with the series that it is counted of: those of both sides together. */
  readonly measures: readonly (readonly CutSeries[])[];
}

export const cutId = (slug: string, segment: string): string => `${slug}/by/${segment}`;

/** The coarsest indicator: it is what the chart is read for, and P5 gives up the finer one first. */
function measured({ name, series, estimate }: TableDefinition): CutSeries {
  const [indicator] = series.indicators;
  if (indicator === undefined)
    throw new Error(`The series ${estimate.id} ${series.id} has nothing to be cut.`);
  return { table: name, series, indicator };
}

function cutOf(id: string, definitions: readonly TableDefinition[]): readonly Cut[] {
  const [first] = definitions;
  if (first === undefined || first.segment === null) return [];
  const { estimate, segment } = first;
  const measures = Map.groupBy(definitions.map(measured), ({ indicator }) => indicator.id);
  return [{ id, estimate, segment, measures: [...measures.values()] }];
}

/** Every cut that the catalogue allows: its charts in its order, the cuts of each in the order of the segments. */
export const cuts: readonly Cut[] = [
  ...Map.groupBy(
    catalogue.flatMap((estimate) =>
      segments.flatMap(({ id }) =>
        tables.filter((table) => !table.isClosed && table.estimate === estimate && table.segment?.id === id),
      ),
    ),
    ({ estimate, segment }) => cutId(estimate.slug, segment?.id ?? ''),
  ),
].flatMap(([id, definitions]) => cutOf(id, definitions));

/** The cuts of one chart. */
export const cutsOf = (slug: string): readonly Cut[] => cuts.filter(({ estimate }) => estimate.slug === slug);
