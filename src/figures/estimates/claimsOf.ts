import { seriesIn } from '../../release/catalogue.ts';
import type { EstimateDefinition, Term } from '../../release/series.ts';
import type { Claim, Claimant } from '../claim.ts';
import { indicatorShare } from './indicatorShare.ts';
import type { Source } from './source.ts';

/** How a series is called in a sentence that sets it beside another; what of it is counted, the catalogue says. */
type Called = Pick<Claimant, 'who' | 'than'> & Partial<Pick<Claimant, 'does'>>;

/** The differences of an estimate that the catalogue fixed beforehand, with their numbers. */
export function claimsOf(
  source: Source,
  estimate: EstimateDefinition,
  called: Readonly<Record<string, Called>>,
): readonly Claim[] {
  const claimant = ({ series, indicator }: Term): Claimant => {
    const words = called[series];
    const declared = seriesIn(estimate, series).indicators.find(({ id }) => id === indicator);
    if (words === undefined || declared === undefined)
      throw new Error(`The chart of ${estimate.id} has no words for ${series} ${indicator}.`);
    return {
      does: declared.label,
      ...words,
      share: indicatorShare(source, estimate, series, indicator),
    };
  };
  const family = estimate.comparisons.length;
  return estimate.comparisons.map(({ a, b }) => ({ a: claimant(a), b: claimant(b), family }));
}
