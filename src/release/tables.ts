import { holds, all } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { inRun, ofVersions, runsFor } from './asked.ts';
import { catalogue, lookedAt } from './catalogue.ts';
import { findAnswers } from './implies.ts';
import { segmentOf, type Segment } from './segments.ts';
import type { Cell, EstimateDefinition, Run, SeriesDefinition } from './series.ts';

/** The one group of an overall table: those whose answers make the base. */
export const ANSWERED = 'answered';

/** A table of the catalogue: a series, whole or cut by one segment, in some versions of the questionnaire. */
export interface TableDefinition {
  /** “E3 job_seeker_interviewed”, “E3 job_seeker_interviewed industry”, or “E3 job_seeker_interviewed_v2” where it restarted. */
  readonly name: string;
  readonly estimate: EstimateDefinition;
  /** As these versions ask it. */
  readonly series: SeriesDefinition;
  /** How the series is called in its name. */
  readonly seriesName: string;
  /** How the tally calls the series in these versions. */
  readonly counted: string;
  readonly segment: Segment | null;
  /** Later versions ask it otherwise: it is counted and printed, and no chart is made of it. */
  readonly isClosed: boolean;
}

const join = (estimate: string, series: string, segment?: string): string =>
  [estimate, series, ...(segment === undefined ? [] : [segment])].join(' ');

/** A series in versions before the last that ask it: without the answers that nobody could give then. */
function closed(series: SeriesDefinition, run: Run): SeriesDefinition {
  const base = inRun(series.base, run);
  const couldBe = ({ where }: Cell): boolean => {
    const both = all(base.where, where);
    return findAnswers(series.side, [both], (answers) => holds(both, answers)) !== null;
  };
  const cells = series.cells.filter(couldBe);
  const codes = new Set(cells.map(({ code }) => code));
  return {
    ...series,
    base,
    run,
    // Those that weight it are of the versions of now.
    weightedBy: [],
    cells,
    asides: series.asides.filter(couldBe),
    indicators: series.indicators.map((one) => ({
      ...one,
      cells: one.cells.filter((code) => codes.has(code)),
    })),
  };
}

/** The tables of one series, whole or cut: one for each stretch of versions, oldest first. */
function tablesOf(
  estimate: EstimateDefinition,
  catalogued: SeriesDefinition,
  segment: Segment | null,
): TableDefinition[] {
  const cut = segment === null ? [] : [...segment.categories, ...segment.asides].map(({ where }) => where);
  const runs = runsFor(catalogued.side, [...lookedAt(catalogued), ...cut]);
  return runs.map((run, i) => {
    const isClosed = i < runs.length - 1;
    const { since } = run;
    const seriesName = `${catalogued.id}${since === undefined ? '' : `_v${since}`}`;
    const series = isClosed
      ? closed(catalogued, run)
      : { ...catalogued, base: inRun(catalogued.base, run), run };
    return {
      name: join(estimate.id, seriesName, segment?.id),
      estimate,
      series: series.base.id === catalogued.base.id ? catalogued : series,
      seriesName,
      counted: `${join(estimate.id, catalogued.id)}${ofVersions(run)}`,
      segment,
      isClosed,
    };
  });
}

/** Every table that a release holds, in order: each series, then its cuts. */
export const tables: readonly TableDefinition[] = catalogue.flatMap((estimate) =>
  estimate.series.flatMap((series) =>
    [null, ...series.segments.map(segmentOf)].flatMap((segment) => tablesOf(estimate, series, segment)),
  ),
);

const current = new Map(
  tables
    .filter(({ isClosed }) => !isClosed)
    .map((table) => [join(table.estimate.id, table.series.id, table.segment?.id), table]),
);

/** The table that is made of a series of the catalogue now, in the last versions that ask it. */
export const tableOf = (estimate: string, series: string, segment?: string): TableDefinition | undefined =>
  current.get(join(estimate, series, segment));

/** Its name. */
export const tableName = (estimate: string, series: string, segment?: string): string =>
  tableOf(estimate, series, segment)?.name ?? join(estimate, series, segment);

/** The table that counts what becomes of the people who come to a side’s survey: counted, left out by a rule, screened out. */
export const chainName = (side: SideId): string => `responses ${side}`;

/** The table that counts the included responses of a side by the kind of link they came by. */
export const channelTableName = (side: SideId): string => `${chainName(side)} channel`;
