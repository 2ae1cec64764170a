import type { Figure } from '../../../src/charts/figure.ts';
import { renderCard, renderFile, renderSvg } from '../../../src/charts/render.ts';
import { median } from '../median.ts';

const RUNS = 5;

/** Median milliseconds of some runs, the first of which warms up and is left out. */
function timed(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** What drawing takes, in milliseconds. */
export interface DrawingTimes {
  /** One drawing of one chart for a page, the mean over all charts and both widths. */
  readonly svg: number;
  /** One share card. */
  readonly png: number;
  /** Every picture of a release: both drawings, the card and the file of each chart. */
  readonly all: number;
  /** Both drawings of so many charts. */
  readonly growth: readonly { readonly charts: number; readonly milliseconds: number }[];
}

const both = (figures: readonly Figure[]): void => {
  for (const figure of figures) for (const size of ['wide', 'narrow'] as const) renderSvg(figure, size);
};

/** Draws every chart as the build does, warm, and then the same charts again and again for the growth. */
export function timeDrawings(figures: readonly Figure[], multiples: readonly number[]): DrawingTimes {
  const svg = timed(() => {
    both(figures);
  });
  const png = timed(() => {
    for (const figure of figures) renderCard(figure);
  });
  const file = timed(() => {
    for (const figure of figures) renderFile(figure);
  });
  const growth = multiples.map((times) => {
    const many = Array.from({ length: times }, () => figures).flat();
    return {
      charts: many.length,
      milliseconds: timed(() => {
        both(many);
      }),
    };
  });
  return { svg: svg / figures.length / 2, png: png / figures.length, all: svg + png + file, growth };
}
