import type { Place, Plot } from '../canvas/drawing.ts';

/** Where days and shares lie, in pixels. */
export interface CurvePlot {
  readonly area: Plot;
  readonly x: Place;
  readonly y: Place;
  /** The day at the right edge. */
  readonly end: number;
}
