import type { ScaleOptionsByType } from 'chart.js';
import type { Size } from './size.ts';
import { typefaces, type Palette } from './theme.ts';

/** Where a scale of shares ends: the next fifth past every mark, so that small shares can be told from each other. */
export function scaleEnd(marks: readonly number[]): number {
  return Math.min(1, Math.max(1, Math.ceil(Math.max(0, ...marks) * 5)) / 5);
}

/** A printed scale of shares from 0, under its plot: grid lines, whole percents, the line at 0 stronger. */
export function shareAxis(of: {
  readonly max: number;
  readonly size: Size;
  readonly colour: Palette;
  readonly shown: boolean;
  readonly height: number;
}): object & Partial<ScaleOptionsByType<'linear'>> {
  const { max, size, colour, shown, height } = of;
  return {
    type: 'linear',
    display: shown,
    min: 0,
    max,
    border: { display: false },
    grid: {
      color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? colour.line : colour.rule),
      tickLength: 0,
    },
    ticks: {
      font: { family: typefaces.sans.family, size: size.small },
      color: colour['ink-2'],
      stepSize: size.id === 'narrow' || max > 0.6 ? 0.2 : 0.1,
      padding: 4,
      maxRotation: 0,
      align: 'inner',
      callback: (value: number | string) => (value === 0 ? '0' : `${Math.round(Number(value) * 100)}%`),
    },
    afterFit: (scale: { height: number; paddingLeft: number; paddingRight: number }) => {
      scale.height = height;
      scale.paddingLeft = scale.paddingRight = 0;
    },
  } as object & Partial<ScaleOptionsByType<'linear'>>;
}
