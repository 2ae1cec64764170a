import type { ChartDataset } from 'chart.js';
import type { Kind, Mark } from '../canvas/drawing.ts';
import type { Segment } from './segments.ts';
import type { Palette } from '../canvas/theme.ts';
import type { ToneName } from '../../figures/tone.ts';
import { toneOf, tones } from './tones.ts';

/** The parts of stacked bars as Chart.js draws them: a dataset a tone, in pixels. Silence is no bar. */
export function stackedBars(
  rows: readonly { readonly segments: readonly Segment[]; readonly barTop: number }[],
  thick: number,
  colour: Palette,
): ChartDataset<Kind, Mark[]>[] {
  const used = new Set(rows.flatMap(({ segments }) => segments.map(({ tone }) => tone)));
  return (Object.keys(tones) as ToneName[])
    .filter((tone) => tone !== 'silence' && used.has(tone))
    .map((tone) => ({
      type: 'bar' as const,
      data: rows.flatMap(({ segments, barTop }) =>
        segments
          .filter((segment) => segment.tone === tone && segment.width > 0)
          .map(({ x, width }) => ({ x: [x, x + width] as const, y: barTop + thick / 2 })),
      ),
      backgroundColor: colour[toneOf(tone).fill],
      barThickness: thick,
      grouped: false,
      inflateAmount: 0,
      clip: false as const,
    }));
}
