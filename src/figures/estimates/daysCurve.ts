import type { EstimateDefinition } from '../../release/series.ts';
import type { CurveSeries } from '../curveFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { countOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

/** The share told by the end of each stretch of days; those who never were are in the base. */
export function daysCurve(
  source: Source,
  estimate: EstimateDefinition,
  seriesId: string,
  words: Pick<CurveSeries, 'base' | 'predicate'>,
): CurveSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, seriesId);
  if (published.status !== 'published') return withheld(definition, published);
  const n = published.n_answered;
  let told = 0;
  const parts = definition.cells.flatMap(({ code, days }) => {
    if (days === undefined) return [];
    told += countOf(published, code);
    const called = { code, label: `Told within ${days} days`, short: `by day ${days}` };
    return [{ ...share(called, told, n), upTo: days }];
  });
  const { id, side, label, shortLabel } = definition;
  return { id, side, label, shortLabel, n, parts, ...words, ...dated(published) };
}
