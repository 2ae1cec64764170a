import type { Frame } from '../canvas/drawing.ts';
import type { CurveSeries } from '../../figures/curveFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import type { Pen } from '../canvas/pen.ts';
import { count } from '../../figures/percent.ts';
import { headingDrop, seriesHeading } from '../marks/seriesHeading.ts';
import type { Size } from '../canvas/size.ts';
import { withheldBox } from '../marks/withheldBox.ts';

/** Names the lines of a curve over it, and leaves a blank under the name of one that is withheld. */
export function curveHeadings(
  all: readonly (CurveSeries | Withheld)[],
  size: Size,
  frame: Frame,
  pen: Pen,
): { readonly bottom: number; readonly draw: (ctx: CanvasRenderingContext2D) => void } {
  const u = size.unit;
  const plot = (all.length === 1 ? 2 : 1) * size.bar;
  let y = frame.top;
  const placed = all.map((series) => {
    const headingY = y + size.heading;
    const { side, asOf } = series;
    const text = size.id === 'narrow' ? series.shortLabel : series.label;
    const n = isWithheld(series) ? undefined : count(series.n);
    const heading = { side, text, n, asOf, x: frame.left, y: headingY, size: size.heading };
    const drop = headingDrop(heading, size.width, pen);
    const boxY = headingY + drop + 11 * u;
    y = isWithheld(series) ? boxY + plot + 13 * u : headingY + drop + 6 * u;
    return { series, heading, drop, boxY };
  });
  const last = all.at(-1);
  const bottom = last !== undefined && isWithheld(last) ? y + (all.length - 1) * 10 * u : y + 18 * u;
  return {
    bottom,
    draw: (ctx) => {
      for (const { series, heading, drop, boxY } of placed) {
        seriesHeading(ctx, heading, pen, drop);
        if (!isWithheld(series)) continue;
        const box = { x: frame.left, y: boxY, width: size.width, height: plot };
        withheldBox(ctx, box, { because: series.because, size: size.label, colour: pen.colour });
      }
    },
  };
}
