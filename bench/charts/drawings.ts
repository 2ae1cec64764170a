import type { DescribedFigure } from '../../src/words/words.ts';
import { renderCard, renderFile, renderSvg } from '../../src/charts/render.ts';
import { median } from '../measure/rounds.ts';

const RUNS = 5;

/** Milliseconds of this thread’s own: on a machine that does other things too it also waits for its turn. */
function timed(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The median of some runs, after two that warm up. */
function warm(work: () => void): number {
  work();
  work();
  return median(Array.from({ length: RUNS }, () => timed(work)));
}

/** Processor time of drawing, in milliseconds. */
export interface DrawingTimes {
  /** Every picture of a release, as a build makes them: both drawings, the card and the file of each, from cold. */
  readonly release: number;
  /** One drawing for a page, one file that stands alone and one share card, warm, means over all pictures. */
  readonly svg: number;
  readonly file: number;
  readonly png: number;
  /** Both drawings of so many charts, warm. */
  readonly growth: readonly { readonly charts: number; readonly milliseconds: number }[];
}

const both = (figures: readonly DescribedFigure[]): void => {
  for (const figure of figures) for (const size of ['wide', 'narrow'] as const) renderSvg(figure, size);
};
const files = (figures: readonly DescribedFigure[]): void => {
  for (const figure of figures) renderFile(figure);
};
const cards = (figures: readonly DescribedFigure[]): void => {
  for (const figure of figures) renderCard(figure);
};

/**
 * Draws every chart as the build does, and then the same charts again and again for the growth. To be called once and
 * first in a process: the cold time is of what no one has drawn yet.
 */
export function timeDrawings(
  figures: readonly DescribedFigure[],
  multiples: readonly number[],
): DrawingTimes {
  const release = timed(() => {
    both(figures);
    files(figures);
    cards(figures);
  });
  const mean = (draw: (figures: readonly DescribedFigure[]) => void) =>
    warm(() => {
      draw(figures);
    }) / figures.length;
  const growth = multiples.map((times) => {
    const many = Array.from({ length: times }, () => figures).flat();
    return {
      charts: many.length,
      milliseconds: warm(() => {
        both(many);
      }),
    };
  });
  return { release, svg: mean(both) / 2, file: mean(files), png: mean(cards), growth };
}
