import type { Chart, ChartConfiguration, ChartOptions, Plugin } from 'chart.js';

/** The chart types our forms are built from. */
export type Kind = 'bar' | 'line' | 'scatter';

/** Where a mark lies: at a point, or from one x to another. */
export interface Mark {
  readonly x: number | readonly [number, number];
  readonly y: number;
}

/** A chart ready to be drawn by Chart.js on a canvas of this many pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Where its content ends, which on a card is above the foot of the page. */
  readonly bottom: number;
  readonly config: ChartConfiguration<Kind, Mark[]>;
}

/** Where a form may draw: `top` and `left` in pixels, and how tall its plot may get where it can choose. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly height?: number;
  /** The page it is part of; without one the drawing is as tall as it needs. */
  readonly page?: { readonly width: number; readonly height: number };
}

/**
 * The canvas that a form is drawn on: the page it is part of, or one as tall as its content. In whole pixels, because
 * Chart.js stretches its axes over the canvas it gets, and marks placed by hand must meet the bars.
 */
export function canvasOf({ page, left }: Frame, width: number, bottom: number) {
  return page ?? { width: left + width + left, height: Math.ceil(bottom) };
}

/** The edges of a plot within its canvas. */
export interface Padding {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What all drawings share: still pictures at one pixel to the unit, nothing around the plot but its padding. */
export function stillOptions(padding: Padding): ChartOptions<Kind> {
  return {
    responsive: false,
    animation: false,
    events: [],
    devicePixelRatio: 1,
    layout: { padding: { ...padding }, autoPadding: false },
  };
}

/** A plugin that paints once: over the marks, under them, or behind the axes as well. */
export function paint(
  where: 'over' | 'under' | 'behind',
  id: string,
  draw: (chart: Chart<Kind>) => void,
): Plugin<Kind> {
  switch (where) {
    case 'over':
      return { id, afterDatasetsDraw: draw };
    case 'under':
      return { id, beforeDatasetsDraw: draw };
    case 'behind':
      return { id, beforeDraw: draw };
  }
}
