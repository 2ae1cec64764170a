import { exactBars } from '../canvas/rowChart.ts';
import type { PlacedPart } from './placeParts.ts';
import type { Palette } from '../canvas/theme.ts';
import type { ToneName } from '../../figures/ladderFigure.ts';
import { toneOf, tones } from './tones.ts';

/** The parts of stacked bars as Chart.js draws them: a dataset a tone, from share to share. Silence has no bar. */
export function stackedBars(
  rows: readonly { readonly parts: readonly PlacedPart[]; readonly barTop: number }[],
  thick: number,
  colour: Palette,
) {
  const used = new Set(rows.flatMap(({ parts }) => parts.map(({ tone }) => tone)));
  return (Object.keys(tones) as ToneName[])
    .filter((tone) => tone !== 'silence' && used.has(tone))
    .map((tone) =>
      exactBars(
        thick,
        colour[toneOf(tone).fill],
        rows.flatMap(({ parts, barTop }) =>
          parts
            .filter((part) => part.tone === tone && part.width > 0)
            .map(({ shares }) => ({ x: shares, y: barTop + thick / 2 })),
        ),
      ),
    );
}
