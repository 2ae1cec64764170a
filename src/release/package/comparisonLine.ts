import { catalogue, seriesIn } from '../catalogue.ts';
import { decide } from '../comparisons/decide.ts';
import { FALSE_DISCOVERY_RATE, type Compared, type Decided, type Family } from '../comparisons/decided.ts';
import { findSeries } from '../findSeries.ts';
import type { Release } from '../release.ts';
import type { EstimateDefinition } from '../series.ts';
import { tableName } from '../tables.ts';
import type { statuses } from './estimateLine.ts';
import { provenanceOf, type Provenance } from './provenance.ts';
import type { Publisher } from './publisher.ts';

type Status = (typeof statuses)[number]['value'];

/** One side of a comparison, with the counts that a release prints of it, if it does. */
interface Side extends Compared {
  readonly vintage: string | null;
  readonly status: Status;
  readonly count: { readonly x: number; readonly n: number } | null;
}

/** One line of comparisons.csv. */
export interface ComparisonLine extends Provenance {
  readonly family: Family;
  readonly estimate: EstimateDefinition;
  readonly segment: string | null;
  readonly a: Side;
  readonly b: Side;
  /** Null where the counts are not printed, so that no family holds it. */
  readonly decided: Decided | null;
}

/** What came of a comparison, with what the code means. */
export const decisions = [
  { value: 'a', label: 'a is higher in this sample' },
  { value: 'b', label: 'b is higher in this sample' },
  { value: 'neither', label: 'Neither may be called higher' },
  { value: 'unsaid', label: 'So many did not say that neither may be called higher' },
] as const;

export const decisionOf = ({ higher, adjusted }: Decided): (typeof decisions)[number]['value'] =>
  higher ?? (adjusted <= FALSE_DISCOVERY_RATE ? 'unsaid' : 'neither');

/** The release whose numbers a table holds, and whether it is an earlier one. */
function dateOf(release: Release, estimate: string, { series }: Compared, segment: string | null) {
  const name = tableName(estimate, series, segment ?? undefined);
  const table = release.tables.find((entry) => entry.table === name);
  return { vintage: table?.vintage ?? null, carried: table?.carried === true };
}

function lineOf(release: Release, decided: Decided): Omit<ComparisonLine, keyof Provenance> {
  const { family, estimate, segment } = decided;
  const side = ({ x, n, ...compared }: Decided['a']): Side => {
    const { vintage, carried } = dateOf(release, estimate.id, compared, segment);
    return { ...compared, vintage, status: carried ? 'carried' : 'published', count: { x, n } };
  };
  return { family, estimate, segment, a: side(decided.a), b: side(decided.b), decided };
}

/** One side of a listed comparison that is not decided: its counts are left out even where they are printed elsewhere. */
function undecidedSide(release: Release, estimate: EstimateDefinition, compared: Compared): Side {
  const found = findSeries(release, estimate.id, seriesIn(estimate, compared.series).id);
  const status =
    found.status === 'published'
      ? 'small_cell'
      : found.status === 'few_answers'
        ? 'small_base'
        : found.status;
  return { ...compared, vintage: found.vintage, status, count: null };
}

/** The lines of both families in their order: the listed ones as the catalogue has them, undecided ones included, then the cuts. */
export function comparisonLines(release: Release, publisher: Publisher): readonly ComparisonLine[] {
  const head = provenanceOf(release, publisher);
  const found = decide(release);
  const listed = catalogue.flatMap((estimate) =>
    estimate.comparisons.map(({ a, b }) => {
      const decided = found.find(
        (one) =>
          one.family === 'listed' &&
          one.estimate.id === estimate.id &&
          one.a.series === a.series &&
          one.a.indicator === a.indicator &&
          one.b.series === b.series &&
          one.b.indicator === b.indicator,
      );
      if (decided !== undefined) return lineOf(release, decided);
      const side = (term: typeof a) => undecidedSide(release, estimate, { ...term, groups: null });
      return { family: 'listed' as const, estimate, segment: null, a: side(a), b: side(b), decided: null };
    }),
  );
  const cuts = found.filter(({ family }) => family === 'cuts').map((one) => lineOf(release, one));
  return [...listed, ...cuts].map((line) => ({ ...head, ...line }));
}
