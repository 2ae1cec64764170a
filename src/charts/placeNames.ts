import { font, type Measure } from './label.ts';
import type { Size } from './size.ts';

/** A part narrower than this has no name above it; it is named under the bar instead. */
const NAMEABLE = 14;

/** A part’s name above its bar: its tick at `tick`, its text from `x`, `level` lines above the bar. */
export interface PartName {
  readonly text: string;
  readonly tick: number;
  readonly x: number;
  readonly align: 'left' | 'right';
  readonly level: number;
}

/**
 * Names go from right to left, each on the lowest line where it meets no other. Raising the left one of two keeps
 * every tick clear of the names under it.
 * @param right the bar’s right edge, which no name goes past
 * @param nameable the narrowest part that is named here
 */
export function placeNames(
  parts: readonly { readonly name: string; readonly x: number; readonly width: number }[],
  size: Pick<Size, 'label'>,
  right: number,
  measure: Measure,
  nameable = NAMEABLE,
): PartName[] {
  const taken: number[] = [];
  return parts
    .filter(({ width }) => width >= nameable)
    .toReversed()
    .map(({ name, x, width }) => {
      const length = measure(name, font(size.label));
      const overflows = x + length > right;
      const from = overflows ? right - length : x;
      const to = from + length + 8;
      const free = taken.findIndex((start) => to <= start);
      const level = free === -1 ? taken.length : free;
      taken[level] = from;
      // Its tick goes down through the lines below it: no name further left may reach into that either.
      for (let under = 0; under < level; under += 1) taken[under] = Math.min(taken[under] ?? right, x + 4);
      return {
        text: name,
        tick: overflows ? Math.min(right - 8, x + width - 8) : x,
        x: overflows ? right : x,
        align: overflows ? 'right' : 'left',
        level,
      };
    });
}
