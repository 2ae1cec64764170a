import type { SideId } from '../survey/question.ts';
import { writeLabel, type Label } from './label.ts';
import { count } from './percent.ts';
import { sideColour, sideMark } from './sideMark.ts';
import type { Palette } from './theme.ts';

/** Who a bar or a line is about; without `n` where the group is withheld. `y` is the baseline. */
export interface SeriesHeading {
  readonly side: SideId;
  readonly text: string;
  readonly n: number | undefined;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly halo?: string;
}

/** The heading’s words: the series in its side’s colour, and how many answered. */
export function headingLabel({ side, text, n, x, y, size, halo }: SeriesHeading, colour: Palette): Label {
  return {
    x: x + size * 1.15,
    y,
    size,
    ...(halo !== undefined && { halo }),
    runs: [
      { text, weight: 600, colour: sideColour(side, colour) },
      ...(n === undefined ? [] : [{ text: ` n = ${count(n)}`, colour: colour['ink-2'] }]),
    ],
  };
}

/** Draws a heading: the side’s mark, then the words. */
export function seriesHeading(ctx: CanvasRenderingContext2D, heading: SeriesHeading, colour: Palette): void {
  const { side, x, y, size } = heading;
  sideMark(ctx, side, { x: x + size * 0.36, y: y - size * 0.33, size: size * 0.72, colour });
  writeLabel(ctx, headingLabel(heading, colour));
}
