import type { MedianSeries } from '../../figures/mediansFigure.ts';

/** A scale of hours from nought. */
export interface HourScale {
  readonly end: number;
  readonly step: number;
}

const STEPS = [1, 2, 5, 10, 20, 50] as const;

/** Ends where the furthest range does, and some way on for words; an open stretch is drawn as long as it begins. */
export function hourScale(series: readonly Pick<MedianSeries, 'range'>[]): HourScale {
  const furthest = Math.max(1, ...series.map(({ range: { hi } }) => hi.to ?? hi.from * 1.1));
  const step = STEPS.find((of) => furthest / of <= 5) ?? 50;
  return { end: Math.ceil((furthest * 1.3) / step) * step, step };
}
