/** The looks that a part of a stacked bar can ask for; what colours they are, charts/stacks/tones.ts says. */
export type ToneName =
  'silence' | 'rung-1' | 'rung-2' | 'rung-3' | 'rung-4' | 'low-2' | 'low-1' | 'mid' | 'high-1' | 'high-2';
