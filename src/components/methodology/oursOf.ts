import { shareOfCells } from '../../figures/estimates/indicatorShare.ts';
import { seriesOf } from '../../figures/estimates/source.ts';
import { isWithheld, type Share } from '../../figures/parts.ts';
import { catalogue } from '../../release/catalogue.ts';
import type { Release } from '../../release/release.ts';
import type { OutsideFigure } from '../page/outsideFigures.ts';

/** The figure of ours that comes nearest to one from outside; null where the release does not print it. */
export function oursOf(
  release: Release,
  { estimate: id, series, cells }: OutsideFigure['nearest'],
): Share | null {
  const estimate = catalogue.find((entry) => entry.id === id);
  if (estimate === undefined) throw new Error(`There is no estimate ${id}.`);
  const { definition, published } = seriesOf({ release }, estimate, series);
  if (published.status !== 'published') return null;
  const share = shareOfCells({ code: id, label: '', short: '' }, { definition, published }, cells);
  return isWithheld(share) ? null : share;
}
