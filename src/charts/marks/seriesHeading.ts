import type { SideId } from '../../survey/question.ts';
import { type Label, labelWidth, type Pen, writeLabel } from '../canvas/label.ts';
import { sideColour, sideMark } from './sideMark.ts';
import type { Palette } from '../canvas/theme.ts';

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

/** What stands behind a series’ name: how many answered, and since when it stands. */
function factsOf({ n, asOf }: Pick<SeriesHeading, 'n' | 'asOf'>): string {
  return [...(n === undefined ? [] : [`n = ${n}`]), ...(asOf === undefined ? [] : [`as of ${asOf}`])].join(
    ', ',
  );
}

/** Where a heading’s words begin, behind the mark. */
const indent = (size: number): number => size * 1.15;

/** The name alone, or with its facts behind it. */
function nameLabel(heading: SeriesHeading, colour: Palette, whole: boolean): Label {
  const { side, text, x, y, size, halo } = heading;
  const facts = whole ? factsOf(heading) : '';
  return {
    x: x + indent(size),
    y,
    size,
    ...(halo !== undefined && { halo }),
    runs: [
      { text, weight: 600, colour: sideColour(side, colour) },
      ...(facts === '' ? [] : [{ text: ` ${facts}`, colour: colour['ink-2'] }]),
    ],
  };
}

/** How far a heading’s facts go down: 0 where its line has room for them. */
export function headingDrop(heading: Omit<SeriesHeading, 'x' | 'y'>, room: number, pen: Pen): number {
  const label = nameLabel({ ...heading, x: 0, y: 0 }, pen.colour, true);
  return indent(heading.size) + labelWidth(label, pen.measure) > room ? heading.size * 1.25 : 0;
}

/** The width of a heading on one line. */
export const headingWidth = (heading: SeriesHeading, { colour, measure }: Pen): number =>
  indent(heading.size) + labelWidth(nameLabel(heading, colour, true), measure);

/** Draws a heading: the side’s mark, then the words, and the facts `drop` pixels lower. */
export function seriesHeading(
  ctx: CanvasRenderingContext2D,
  heading: SeriesHeading,
  { colour }: Pick<Pen, 'colour'>,
  drop = 0,
): void {
  const { side, x, y, size } = heading;
  sideMark(ctx, side, { x: x + size * 0.36, y: y - size * 0.33, size: size * 0.72, colour });
  const label = nameLabel(heading, colour, drop === 0);
  writeLabel(ctx, label);
  if (drop > 0) {
    const runs = [{ text: factsOf(heading), colour: colour['ink-2'] }];
    writeLabel(ctx, { ...label, y: y + drop, runs });
  }
}
