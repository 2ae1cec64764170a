import type { ChartConfiguration, ChartOptions } from 'chart.js';

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

/** The part of a canvas that its scales span, in pixels from its top left corner. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From a share, a day or a number of hours to a pixel. */
export type Place = (value: number) => number;

/** Where a value lies between two edges that stand for `min` and `max`: what a linear scale of Chart.js answers. */
export const placeBetween =
  (from: number, to: number, max: number, min = 0): Place =>
  (value) =>
    from + ((value - min) / (max - min)) * (to - from);

/**
 * The canvas that a form is drawn on: the page it is part of, or one as tall as its content. In whole pixels, because
 * Chart.js stretches its axes over the canvas it gets, and marks placed by hand must meet the bars.
 */
export function canvasOf({ page, left }: Frame, width: number, bottom: number) {
  return page ?? { width: left + width + left, height: Math.ceil(bottom) };
}

/** What all drawings share: still pictures at one pixel to the unit, nothing around the plot but its padding. */
export function stillOptions(padding: Plot): ChartOptions<Kind> {
  return {
    responsive: false,
    animation: false,
    events: [],
    devicePixelRatio: 1,
    layout: { padding: { ...padding }, autoPadding: false },
  };
}
