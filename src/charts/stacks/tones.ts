import type { ToneName } from '../../figures/ladderFigure.ts';
import type { ColourName } from '../canvas/theme.ts';

/** How a part of a stacked bar looks: its fill, the text on it, and an outline where the fill alone is too faint. */
export interface Tone {
  readonly fill: ColourName;
  readonly text: ColourName;
  readonly outline?: ColourName;
}

/** Every tone. Silence is the one that is drawn as nothing: an empty box, dashed. */
export const tones = {
  silence: { fill: 'paper', text: 'ink' },
  'rung-1': { fill: 'rung-1', text: 'on-rung-1' },
  'rung-2': { fill: 'rung-2', text: 'on-rung-2' },
  'rung-3': { fill: 'rung-3', text: 'on-rung-3' },
  'rung-4': { fill: 'rung-4', text: 'on-rung-4' },
  'low-2': { fill: 'low-2', text: 'on-low-2' },
  'low-1': { fill: 'low-1', text: 'on-low-1' },
  mid: { fill: 'mid', text: 'on-mid', outline: 'mid-line' },
  'high-1': { fill: 'high-1', text: 'on-high-1' },
  'high-2': { fill: 'high-2', text: 'on-high-2' },
} as const satisfies Record<ToneName, Tone>;

/** A tone by its name, as every part has one. */
export const toneOf = (name: ToneName): Tone => tones[name];
