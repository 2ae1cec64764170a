import type { Scale, ScaleOptionsByType } from 'chart.js';
import type { Size } from './size.ts';
import { typefaces, type Palette } from './theme.ts';

/** What a form tells Chart.js of one of its axes. */
export type Axis = object & Partial<ScaleOptionsByType<'linear'>>;

/**
 * An axis that is not printed. Chart.js works out ticks for those too, and a number format for their labels: a third of
 * all work where a picture is drawn on a phone.
 */
export const hiddenAxis = (min: number, max: number): Axis =>
  ({
    type: 'linear',
    min,
    max,
    display: false,
    ticks: { display: false },
    afterBuildTicks: (scale: Scale): void => {
      scale.ticks = [];
    },
  }) as Axis;

/** An axis from 0 with its numbers. `grid` is lines across the plot, the one at 0 stronger, or ticks under it. */
export const printedAxis = (of: {
  readonly max: number;
  readonly shown: boolean;
  readonly grid: 'lines' | 'ticks';
  readonly size: Size;
  readonly colour: Palette;
  readonly ticks: object;
  /** Gives the axis its room. */
  readonly fit: (scale: Scale) => void;
}): Axis =>
  ({
    type: 'linear',
    display: of.shown,
    min: 0,
    max: of.max,
    border: { display: false },
    grid:
      of.grid === 'ticks'
        ? { drawOnChartArea: false, tickLength: 6, tickColor: of.colour.line }
        : {
            color: ({ tick }: { tick: { value: number } }) =>
              tick.value === 0 ? of.colour.line : of.colour.rule,
            drawTicks: false,
          },
    ticks: {
      font: { family: typefaces.sans.family, size: of.size.small },
      color: of.colour['ink-2'],
      maxRotation: 0,
      ...of.ticks,
    },
    afterFit: of.fit,
  }) as Axis;

/** Gives an axis under rows its height, and the whole width of the plot. */
export const fitUnder =
  (height: number) =>
  (scale: Scale): void => {
    scale.height = height;
    Object.assign(scale, { paddingLeft: 0, paddingRight: 0 });
  };

/** Where a scale of shares ends: the next fifth past every mark, so that small shares can be told from each other. */
export function scaleEnd(marks: readonly number[]): number {
  return Math.min(1, Math.max(1, Math.ceil(Math.max(0, ...marks) * 5)) / 5);
}

/** A printed scale of shares from 0, under its plot, in whole percents. */
export const shareAxis = (of: {
  readonly max: number;
  readonly size: Size;
  readonly colour: Palette;
  readonly shown: boolean;
  readonly height: number;
}): Axis =>
  printedAxis({
    ...of,
    grid: 'lines',
    ticks: {
      stepSize: of.size.id === 'narrow' || of.max > 0.6 ? 0.2 : 0.1,
      padding: 4,
      align: 'inner',
      callback: (value: number | string) => (value === 0 ? '0' : `${Math.round(Number(value) * 100)}%`),
    },
    fit: fitUnder(of.height),
  });
