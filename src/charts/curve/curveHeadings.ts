import type { CurveSeries } from '../../figures/curveFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import { count } from '../../figures/percent.ts';
import type { Frame } from '../canvas/drawing.ts';
import type { Pen } from '../canvas/label.ts';
import type { Box } from '../marks/strokes.ts';
import { headingDrop, seriesHeading, type SeriesHeading } from '../marks/seriesHeading.ts';
import { unshown } from '../marks/unshown.ts';

/** The names of the lines over the plot, and a blank under the name of one that is withheld. */
export interface CurveHeadings {
  readonly bottom: number;
  readonly headings: readonly {
    readonly heading: SeriesHeading;
    readonly drop: number;
    readonly blank: { readonly series: Withheld; readonly box: Box } | undefined;
  }[];
}

export function placeHeadings(
  all: readonly (CurveSeries | Withheld)[],
  frame: Frame,
  pen: Pen,
): CurveHeadings {
  const { size } = pen;
  const u = size.unit;
  const height = (all.length === 1 ? 2 : 1) * size.bar;
  let y = frame.top;
  const headings = all.map((series) => {
    const { side, asOf } = series;
    const text = size.id === 'narrow' ? series.shortLabel : series.label;
    const n = isWithheld(series) ? undefined : count(series.n);
    const heading = { side, text, n, asOf, x: frame.left, y: y + size.heading, size: size.heading };
    const drop = headingDrop(heading, size.width, pen);
    const under = heading.y + drop;
    if (!isWithheld(series)) {
      y = under + 6 * u;
      return { heading, drop, blank: undefined };
    }
    const box = { x: frame.left, y: under + 11 * u, width: size.width, height };
    y = box.y + height + 13 * u;
    return { heading, drop, blank: { series, box } };
  });
  const last = headings.at(-1);
  return { headings, bottom: last?.blank === undefined ? y + 18 * u : y + (all.length - 1) * 10 * u };
}

/** Paints headings that were placed. */
export function paintHeadings(ctx: CanvasRenderingContext2D, { headings }: CurveHeadings, pen: Pen): void {
  for (const { heading, drop, blank } of headings) {
    seriesHeading(ctx, heading, pen, drop);
    if (blank === undefined) continue;
    unshown(ctx, blank.series, blank.box, { size: pen.size.label }, pen);
  }
}
