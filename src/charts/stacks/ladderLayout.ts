import type { Frame } from '../canvas/drawing.ts';
import type { Ladder, LadderSeries } from '../../figures/ladderFigure.ts';
import { isWithheld, type Withheld } from '../../figures/parts.ts';
import { wholeSumLabel } from './sumLabel.ts';
import { font, labelWidth, type Pen } from '../canvas/label.ts';
import { count } from '../../figures/percent.ts';
import { placeNames, type PartName } from './placeNames.ts';
import { isNew, placeParts, underBar, type PlacedPart } from './placeParts.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';
import { headingDrop, type SeriesHeading } from '../marks/seriesHeading.ts';
import type { Size } from '../canvas/size.ts';

/** One bar with all that belongs to it; every `…Y` is a baseline. */
export interface LadderRow {
  readonly series: LadderSeries | Withheld;
  readonly headingY: number;
  /** How far below its name `n = …` stands, where both have no room on one line. */
  readonly drop: number;
  readonly names: readonly PartName[];
  readonly barTop: number;
  readonly parts: readonly PlacedPart[];
  readonly sumY: number;
  /** What stands in small type: what was too small for its place in the bar, bounds and the like, in lines. */
  readonly leftOut: readonly string[];
  readonly leftOutY: number;
}

/** The rows of a ladder and where they end. */
export interface LadderLayout {
  readonly rows: readonly LadderRow[];
  readonly bottom: number;
}

/** Places every mark and word of a ladder, before anything is drawn, so that labels never meet. */
export function ladderLayout(figure: Ladder, frame: Frame, pen: Pen): LadderLayout {
  const { measure, size } = pen;
  const u = size.unit;
  let y = frame.top;
  const seen = new Set<string>();
  const rows = figure.series.map((series): LadderRow => {
    const headingY = y + size.heading;
    const drop = headingDrop(headingOf(series, size), size.width, pen);
    if (isWithheld(series)) {
      const barTop = headingY + drop + 11 * u;
      y = barTop + size.bar + 34 * u;
      return { series, headingY, drop, names: [], barTop, parts: [], sumY: 0, leftOut: [], leftOutY: 0 };
    }
    const parts = placeParts(series.parts, { left: frame.left, whole: size.width, size, measure });
    // What has no number in its part is named under the bar, with it.
    const named = parts.map((part) => ({ ...part, below: part.textX === undefined }));
    const names = isNew(parts, seen) ? placeNames(named, size, frame.left + size.width, measure) : [];
    const levels = names.reduce((most, { level }) => Math.max(most, level + 1), 0);
    const barTop = headingY + drop + (levels === 0 ? 11 : 21 + 17 * levels) * u;
    const sumY = barTop + size.bar + 35 * u;
    const under = underBar(series, parts);
    const sum = labelWidth(wholeSumLabel(series.sum, pen), measure);
    const apart = under !== '' && sum + measure(under, font(size.small)) + 24 * u > size.width;
    const leftOut = under === '' ? [] : apart ? wrapLabel(under, size.small, size.width, measure) : [under];
    const leftOutY = sumY + (apart ? 19 * u : 0);
    y = leftOutY + Math.max(0, leftOut.length - 1) * size.small * 1.25 + 34 * u;
    return { series, headingY, drop, names, barTop, parts, sumY, leftOut, leftOutY };
  });
  return { rows, bottom: y - 24 * u };
}

/** Who a bar is about and how many answered. */
export function headingOf(series: LadderSeries | Withheld, size: Size): Omit<SeriesHeading, 'x' | 'y'> {
  const { side, asOf, label, shortLabel } = series;
  const text = size.id === 'narrow' ? shortLabel : label;
  return { side, text, n: isWithheld(series) ? undefined : count(series.n), asOf, size: size.heading };
}
