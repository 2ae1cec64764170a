import type { BandCount } from '../statistics/impliedShare.ts';
import type { PrintedCounts } from './countOf.ts';
import type { Cell } from './series.ts';

/** The bands of a series as a release prints them. Those whose counts are hidden (P11) are one band as wide as all of them. */
export function knownBands(
  { n_answered, cells: printed }: Pick<PrintedCounts, 'n_answered' | 'cells'>,
  bands: readonly Pick<Cell, 'code' | 'percent'>[],
): readonly BandCount[] {
  const hidden: BandCount[] = [];
  const known: BandCount[] = [];
  for (const { code, percent: [lower, upper] = [0, 100] } of bands) {
    const cell = printed[code];
    if (cell?.status === 'published') known.push({ n: cell.x, lower, upper });
    else hidden.push({ n: 0, lower, upper });
  }
  if (hidden.length === 0) return known;
  const n = n_answered - known.reduce((sum, band) => sum + band.n, 0);
  return [
    ...known,
    {
      n,
      lower: Math.min(...hidden.map(({ lower }) => lower)),
      upper: Math.max(...hidden.map(({ upper }) => upper)),
    },
  ];
}
