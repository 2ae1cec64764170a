import { midP } from '../../statistics/midP.ts';
import { newcombe } from '../../statistics/newcombe.ts';
import { worstCase } from '../../statistics/worstCase.ts';
import { catalogue, seriesIn } from '../catalogue.ts';
import { countOf } from '../countOf.ts';
import { findSeries, mostUnsaid } from '../findSeries.ts';
import type { Release } from '../release.ts';
import type { Comparison, EstimateDefinition, Term } from '../series.ts';
import type { SideId } from '../../survey/question.ts';
import type { Member, Operand } from './decided.ts';
import { withinStrata } from './withinStrata.ts';

/** One side of a listed comparison, with at most how many did not say. */
interface Side {
  readonly of: SideId;
  readonly operand: Operand;
  readonly unsaid: number;
}

function sideOf(release: Release, estimate: EstimateDefinition, term: Term): Side | null {
  const series = seriesIn(estimate, term.series);
  const found = findSeries(release, estimate.id, term.series);
  if (found.status !== 'published') return null;
  const codes = series.indicators.find(({ id }) => id === term.indicator)?.cells ?? [term.indicator];
  const x = countOf(found, series, codes);
  if (x === undefined) return null;
  return {
    of: series.side,
    operand: { ...term, groups: null, x, n: found.n_answered },
    unsaid: mostUnsaid(found),
  };
}

/** Whether few did not say, or the worst case of one side stays clear of that of the other (protocol 2.7). */
function stands(a: Side, b: Side): boolean {
  const [one, other] = [a, b].map(({ operand: { x, n }, unsaid }) => worstCase(x, n - x, unsaid));
  if (!one || !other) return false;
  if (!one.mustShow && !other.mustShow) return true;
  return a.operand.x * b.operand.n > b.operand.x * a.operand.n
    ? one.lower > other.upper
    : one.upper < other.lower;
}

/** The largest p of a comparison and its strata: all of them must leave out 0, on the same side of it. */
const largestOf = (d: number, crude: number, strata: Member['strata']): number =>
  Math.max(crude, ...strata.map((found) => (found && found.d * d > 0 ? found.p : 1)));

function member(release: Release, estimate: EstimateDefinition, comparison: Comparison): readonly Member[] {
  const [a, b] = [comparison.a, comparison.b].map((term) => sideOf(release, estimate, term));
  const difference = a && b && newcombe(a.operand, b.operand);
  if (!difference) return [];
  const counts = { a: a.operand, b: b.operand };
  const crude = midP(counts.a, counts.b);
  const strata = (comparison.within ?? []).map((segment) =>
    withinStrata(release, estimate.id, segment, counts),
  );
  return [
    {
      family: 'listed',
      estimate,
      segment: null,
      ...counts,
      ...difference,
      crude,
      strata,
      p: largestOf(difference.d, crude, strata),
      stands: a.of === b.of || stands(a, b),
    },
  ];
}

/** The comparisons that the catalogue lists, as far as both counts are printed. */
export const listedMembers = (release: Release): readonly Member[] =>
  catalogue.flatMap((estimate) =>
    estimate.comparisons.flatMap((comparison) => member(release, estimate, comparison)),
  );
