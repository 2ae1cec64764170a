import type { SitePath } from '../../address.ts';
import type { Figure } from '../../figures/figure.ts';

/** A file of a chart, to be taken along. */
export interface ChartFile {
  readonly name: string;
  readonly path: SitePath;
  /** What it is, where its name alone would not say. */
  readonly label: string;
}

/**
 * What can be downloaded of a chart, its picture first. A cut has no portrait and no slides: each costs time in every build,
 * there are more cuts than charts, and the same chart by groups is posted less.
 */
export function filesOf({ id, cut }: Pick<Figure, 'id' | 'cut'>): readonly [ChartFile, ...ChartFile[]] {
  const at = (ending: string): SitePath => `/charts/${id}.${ending}`;
  const ofChart = [
    { name: 'Portrait', path: at('portrait.png'), label: 'Portrait picture, PNG' },
    { name: 'Slides', path: at('pdf'), label: 'Slides, PDF' },
  ];
  return [
    { name: 'PNG', path: at('png'), label: 'PNG' },
    ...(cut === undefined ? ofChart : []),
    { name: 'SVG', path: at('svg'), label: 'SVG' },
    { name: 'CSV', path: at('csv'), label: 'CSV' },
  ];
}
