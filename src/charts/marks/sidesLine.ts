import type { SideId } from '../../survey/question.ts';
import { font, type Pen } from '../canvas/label.ts';
import { span } from '../../figures/percent.ts';
import { headingWidth, type SeriesHeading } from './seriesHeading.ts';
import { sideNames } from '../../figures/sideNames.ts';
import type { Size } from '../canvas/size.ts';

/** A side and the bases of what is drawn of it. */
export interface SideBases {
  readonly side: SideId;
  readonly ns: readonly number[];
  /** The earlier release that all of it is from. */
  readonly asOf?: string | undefined;
}

const between = (size: Size): number => 22 * size.unit;

/** The room that sides take on one line: mark, name and bases of each. */
export const sidesWidth = (sides: readonly SideBases[], { size, measure }: Pen): number =>
  sides.reduce((sum, { side, ns, asOf }) => {
    const since = asOf === undefined ? '' : `, as of ${asOf}`;
    const n = ns.length === 0 ? '' : ` n = ${span(ns)}`;
    return (
      sum +
      measure(`${sideNames[side]}${n}${since}`, font(size.label, 600)) +
      size.label * 1.15 +
      between(size)
    );
  }, 0);

/** How tall the lines are below the first: each side has its own where all do not fit one. */
export const sidesDrop = (sides: readonly SideBases[], pen: Pen): number =>
  sidesWidth(sides, pen) - between(pen.size) > pen.size.width
    ? (sides.length - 1) * pen.size.label * 1.35
    : 0;

/** Places the names of the sides on one line, or one under the other where they do not fit, each with how many answered. */
export function placeSides(
  sides: readonly SideBases[],
  { x: from, y }: { readonly x: number; readonly y: number },
  pen: Pen,
): readonly SeriesHeading[] {
  const { size } = pen;
  let [x, line] = [from, y];
  const drop = sidesDrop(sides, pen);
  return sides.map(({ side, ns, asOf }) => {
    const n = ns.length === 0 ? undefined : span(ns);
    const heading = { side, text: sideNames[side], n, asOf, x, y: line, size: size.label };
    if (drop === 0) x += headingWidth(heading, pen) + between(size);
    else line += size.label * 1.35;
    return heading;
  });
}
