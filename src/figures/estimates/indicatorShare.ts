import { isMissing } from '../../release/missingBounds.ts';
import type { ReleaseSeries } from '../../release/findSeries.ts';
import type { EstimateDefinition } from '../../release/series.ts';
import { worstCase } from '../../statistics/worstCase.ts';
import type { Share, Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { countOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

type Published = Extract<ReleaseSeries, { status: 'published' }>;

/** Those who were asked and did not say. */
const unsaid = ({ asides }: Published): number =>
  Object.entries(asides)
    .filter(([code]) => isMissing(code))
    .reduce((sum, [, x]) => sum + x, 0);

/** The share of those in some cells, with its bounds where so many did not say that they must be told. */
export function shareOfCells(
  words: Pick<Share, 'code' | 'label' | 'short'>,
  published: Published,
  cells: readonly string[],
): Share {
  const x = cells.reduce((sum, code) => sum + countOf(published, code), 0);
  const n = published.n_answered;
  const bounds = worstCase(x, n - x, unsaid(published));
  return {
    ...share(words, x, n),
    ...(bounds?.mustShow === true && {
      bounds: {
        asked: bounds.asked,
        missing: bounds.missing,
        lower: bounds.lower,
        upper: bounds.upper,
      },
    }),
    ...dated(published),
  };
}

/** One indicator of one series, as the catalogue declares it. Throws on one that it does not have. */
export function indicatorShare(
  source: Source,
  estimate: EstimateDefinition,
  seriesId: string,
  indicatorId: string,
): Share | Withheld {
  const { definition, published } = seriesOf(source, estimate, seriesId);
  const indicator = definition.indicators.find(({ id }) => id === indicatorId);
  if (indicator === undefined) throw new Error(`The series ${seriesId} has no indicator ${indicatorId}.`);
  if (published.status !== 'published') return withheld(definition, published);
  const { id: code, label, cells } = indicator;
  return shareOfCells({ code, label, short: label }, published, cells);
}
