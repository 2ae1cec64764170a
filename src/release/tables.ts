import type { SideId } from '../survey/question.ts';
import { catalogue } from './catalogue.ts';
import { segmentOf, type Segment } from './segments.ts';
import type { EstimateDefinition, SeriesDefinition } from './series.ts';

/** The one group of an overall table: those whose answers make the base. */
export const ANSWERED = 'answered';

/** A table of the catalogue: a series, whole or cut by one segment. */
export interface TableDefinition {
  /** “E3 job_seeker_interviewed” or “E3 job_seeker_interviewed industry” */
  readonly name: string;
  readonly estimate: EstimateDefinition;
  readonly series: SeriesDefinition;
  readonly segment: Segment | null;
}

export const tableName = (estimate: string, series: string, segment?: string): string =>
  [estimate, series, ...(segment === undefined ? [] : [segment])].join(' ');

/** Every table that a release holds, in order: each series, then its cuts. */
export const tables: readonly TableDefinition[] = catalogue.flatMap((estimate) =>
  estimate.series.flatMap((series) => [
    { name: tableName(estimate.id, series.id), estimate, series, segment: null },
    ...series.segments.map((id) => ({
      name: tableName(estimate.id, series.id, id),
      estimate,
      series,
      segment: segmentOf(id),
    })),
  ]),
);

/** The table that counts what becomes of the people who come to a side’s survey: counted, left out by a rule, screened out. */
export const chainName = (side: SideId): string => `responses ${side}`;
