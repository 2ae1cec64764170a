import { BarController, BarElement, Chart, LinearScale } from 'chart.js';
import { barMarks, bars, sidesInOrder } from '../bars/bars.ts';
import type { Bars } from '../../figures/barsFigure.ts';
import type { BarsLayout } from '../bars/barsLayout.ts';
import { betweenBars } from './betweenBars.ts';
import type { Kind, Mark } from '../canvas/drawing.ts';
import type { Pen } from '../canvas/pen.ts';
import { placeBars } from '../bars/placeBars.ts';
import type { Size } from '../canvas/size.ts';

Chart.register(BarController, BarElement, LinearScale);

/** Long enough to follow a bar with the eye, and over before one waits for it. */
const MOVE_MS = 450;

const frame = { left: 0, top: 0 };

/** Fast at first, then slower. */
const eased = (progress: number): number => 1 - (1 - progress) ** 3;

/**
 * Bars on a canvas of the page: the configuration that pictures are drawn from at build, drawn by Chart.js at the
 * screen’s own resolution. A bar that was there before goes from its old place to its new one.
 */
export class LiveBars {
  readonly #canvas: HTMLCanvasElement;
  #chart: Chart<Kind, Mark[]> | undefined;
  #now: BarsLayout | undefined;
  #tick = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Draws a figure. @param moves whether bars may be seen on their way; else they stand in their places at once */
  draw(figure: Bars, size: Size, pen: Pen, moves: boolean): void {
    cancelAnimationFrame(this.#tick);
    this.#chart?.destroy();
    const before = this.#now;
    const placed = placeBars(figure, size, frame, pen);
    const drawing = bars(figure, size, frame, pen, placed, () => this.#now ?? placed);
    this.#canvas.width = drawing.width;
    this.#canvas.height = drawing.height;
    this.#now = moves && before !== undefined ? betweenBars(before, placed, 0) : placed;
    const { options } = drawing.config;
    const chart = new Chart<Kind, Mark[]>(this.#canvas, {
      ...drawing.config,
      options: { ...options, devicePixelRatio },
    });
    this.#chart = chart;
    if (moves && before !== undefined) this.#move(chart, before, placed);
  }

  #move(chart: Chart<Kind, Mark[]>, from: BarsLayout, to: BarsLayout): void {
    const start = performance.now();
    const step = (): void => {
      const progress = Math.min(1, (performance.now() - start) / MOVE_MS);
      const now = betweenBars(from, to, eased(progress));
      this.#now = now;
      for (const [i, dataset] of chart.data.datasets.entries()) {
        const side = sidesInOrder[i];
        if (side !== undefined) dataset.data = barMarks(now, side);
      }
      chart.update('none');
      if (progress < 1) this.#tick = requestAnimationFrame(step);
    };
    this.#tick = requestAnimationFrame(step);
  }
}
