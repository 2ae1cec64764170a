import type { ChartDataset } from 'chart.js';
import { hiddenAxis, type Axis } from './axes.ts';
import {
  canvasOf,
  stillOptions,
  type Drawing,
  type Frame,
  type Kind,
  type Mark,
  type Plot,
} from './drawing.ts';
import type { Size } from './size.ts';

type Paint = (ctx: CanvasRenderingContext2D) => void;

/**
 * A chart of rows under each other. Its x axis is in the figure’s own unit. Its y axis counts pixels, because rows hold
 * names of several lines, headings and blanks, and a category axis makes all rows alike.
 */
export function rowChart(of: {
  readonly frame: Frame;
  readonly size: Size;
  /** Where the last line of the picture ends. */
  readonly bottom: number;
  readonly plot: Plot;
  readonly x: Axis;
  /** The room of a printed axis under the plot. */
  readonly axis?: number;
  readonly datasets: ChartDataset<Kind, Mark[]>[];
  readonly under?: Paint;
  readonly over: Paint;
}): Drawing {
  const { frame, size, bottom, plot, x, axis = 0, datasets, under, over } = of;
  const { width, height } = canvasOf(frame, size.width, bottom);
  const [right, below] = [width - plot.right, height - plot.bottom - axis];
  return {
    width,
    height,
    bottom,
    config: {
      type: 'bar',
      data: { datasets },
      options: {
        ...stillOptions({ left: plot.left, top: plot.top, right, bottom: below }),
        indexAxis: 'y',
        scales: { x, y: { ...hiddenAxis(plot.top, plot.bottom), reverse: true, offset: false } },
      },
      plugins: [
        {
          id: 'marks',
          beforeDatasetsDraw: ({ ctx }) => under?.(ctx),
          afterDatasetsDraw: ({ ctx }) => {
            over(ctx);
          },
        },
      ],
    },
  };
}

/** Bars of one thickness, drawn exactly where their data says. */
export const exactBars = (thick: number, fill: string, data: Mark[]) =>
  ({
    type: 'bar',
    data,
    backgroundColor: fill,
    barThickness: thick,
    grouped: false,
    inflateAmount: 0,
    clip: false,
  }) as const;

/** Points of one shape. */
export const points = (radius: number, fill: string, shape: 'circle' | 'rect', data: Mark[]) =>
  ({
    type: 'scatter',
    data,
    clip: false,
    pointRadius: radius,
    pointStyle: shape,
    pointBackgroundColor: fill,
    pointBorderWidth: 0,
  }) as const;
