import type { SideId } from '../survey/question.ts';
import { labelWidth, writeLabel, type Label } from './label.ts';
import type { Pen } from './pen.ts';
import { sideColour, sideMark } from './sideMark.ts';
import type { Palette } from './theme.ts';

/** Who a bar or a line is about; without `n` where the group is withheld. `y` is the baseline. */
export interface SeriesHeading {
  readonly side: SideId;
  readonly text: string;
  /** As it is printed: “87”, “461 to 464”. */
  readonly n: string | undefined;
  /** The earlier release that the numbers are from. */
  readonly asOf?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly halo?: string;
}

/** The heading’s words: the series in its side’s colour, how many answered, and since when it stands. */
export function headingLabel(
  { side, text, n, asOf, x, y, size, halo }: SeriesHeading,
  colour: Palette,
): Label {
  const facts = [
    ...(n === undefined ? [] : [`n = ${n}`]),
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
  ].join(', ');
  return {
    x: x + size * 1.15,
    y,
    size,
    ...(halo !== undefined && { halo }),
    runs: [
      { text, weight: 600, colour: sideColour(side, colour) },
      ...(facts === '' ? [] : [{ text: ` ${facts}`, colour: colour['ink-2'] }]),
    ],
  };
}

/** Draws a heading: the side’s mark, then the words. Gives its width. */
export function seriesHeading(ctx: CanvasRenderingContext2D, heading: SeriesHeading, pen: Pen): number {
  const { side, x, y, size } = heading;
  const { colour, measure } = pen;
  sideMark(ctx, side, { x: x + size * 0.36, y: y - size * 0.33, size: size * 0.72, colour });
  const label = headingLabel(heading, colour);
  writeLabel(ctx, label);
  return label.x - x + labelWidth(label, measure);
}
