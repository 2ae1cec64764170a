import type { Measure } from './label.ts';
import type { Palette } from './theme.ts';

/** What a chart form draws with: colours by name, and a ruler for text. */
export interface Pen {
  readonly colour: Palette;
  readonly measure: Measure;
}
