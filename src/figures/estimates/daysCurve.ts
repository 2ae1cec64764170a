import type { EstimateDefinition } from '../../release/series.ts';
import type { CurvePoint, CurveSeries } from '../curveFigure.ts';
import { isWithheld, type Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { shareOfCells } from './indicatorShare.ts';
import { seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

/** The share told by the end of each stretch of days, where it can be worked out; those who never were are in the base. */
export function daysCurve(
  source: Source,
  estimate: EstimateDefinition,
  seriesId: string,
  base: string,
): CurveSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, seriesId);
  if (published.status !== 'published') return withheld(definition, published);
  const parts: CurvePoint[] = [];
  const unknown: (Withheld & Pick<CurvePoint, 'upTo'>)[] = [];
  const told: string[] = [];
  for (const { code, days: upTo } of definition.cells) {
    if (upTo === undefined) continue;
    told.push(code);
    const called = { code, label: `Told within ${upTo} days`, short: `by day ${upTo}` };
    const found = shareOfCells(called, { definition, published }, told);
    if (isWithheld(found)) unknown.push({ ...found, upTo });
    else parts.push({ ...found, upTo });
  }
  if (parts.length === 0) return withheld(definition, { ...published, status: 'withheld' });
  const { id, side, label, shortLabel } = definition;
  const missing = unknown.length > 0 && { unknown };
  return {
    id,
    side,
    label,
    shortLabel,
    n: published.n_answered,
    parts,
    ...missing,
    base,
    ...dated(published),
  };
}
