import { isWideRange } from '../statistics/precision.ts';
import type { Frame } from './drawing.ts';
import { isWithheld, type Ladder, type LadderSeries, type Withheld } from './figure.ts';
import { headlineLabel } from './headlineRange.ts';
import { font, labelWidth } from './label.ts';
import type { Pen } from './pen.ts';
import { percent } from './percent.ts';
import { placeNames, type PartName } from './placeNames.ts';
import type { Size } from './size.ts';

/** The room between two parts of a bar, in pixels. */
const GAP = 2;
/** One answer’s place in a bar: its edges in pixels, and where its words go. */
export interface Segment {
  readonly rung: number;
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly text: string;
  /** Left edge of the text, or undefined where it does not fit inside. */
  readonly textX: number | undefined;
  readonly textWidth: number;
  readonly wide: boolean;
}

/** One bar with all that belongs to it; every `…Y` is a baseline. */
export interface LadderRow {
  readonly series: LadderSeries | Withheld;
  readonly headingY: number;
  readonly names: readonly PartName[];
  readonly barTop: number;
  readonly segments: readonly Segment[];
  readonly sumY: number;
  /** What was too small for its place in the bar: “Actionable: 0 of 87”. */
  readonly leftOut: string;
  readonly leftOutY: number;
}

/** The rows of a ladder and where they end. */
export interface LadderLayout {
  readonly rows: readonly LadderRow[];
  readonly bottom: number;
}

/** Places every mark and word of a ladder, before anything is drawn, so that labels never meet. */
export function ladderLayout(figure: Ladder, size: Size, frame: Frame, pen: Pen): LadderLayout {
  const { measure } = pen;
  const u = size.unit;
  let y = frame.top;
  let named = false;
  const rows = figure.series.map((series): LadderRow => {
    const headingY = y + size.heading;
    if (isWithheld(series)) {
      const barTop = headingY + 11 * u;
      y = barTop + size.bar + 34 * u;
      return { series, headingY, names: [], barTop, segments: [], sumY: 0, leftOut: '', leftOutY: 0 };
    }
    const segments = placeSegments(series, size, frame.left, measure);
    const names = named ? [] : placeNames(segments, size, frame.left + size.width, measure);
    named = true;
    const levels = names.reduce((most, { level }) => Math.max(most, level + 1), 0);
    const barTop = headingY + (levels === 0 ? 11 : 21 + 17 * levels) * u;
    const sumY = barTop + size.bar + 35 * u;
    const leftOut = outside(segments);
    const sum = labelWidth(headlineLabel(series.headline, size, pen), measure);
    const apart = leftOut !== '' && sum + measure(leftOut, font(size.small)) + 24 * u > size.width;
    const leftOutY = sumY + (apart ? 19 * u : 0);
    y = leftOutY + 34 * u;
    return { series, headingY, names, barTop, segments, sumY, leftOut, leftOutY };
  });
  return { rows, bottom: y - 24 * u };
}

function placeSegments(series: LadderSeries, size: Size, left: number, measure: Pen['measure']): Segment[] {
  let before = 0;
  return series.parts.map((part, rung) => {
    const x = left + before * size.width;
    before += part.share;
    const last = rung === series.parts.length - 1;
    const width = Math.max(0, part.share * size.width - (last ? 0 : GAP));
    const text = percent(part);
    const textWidth = measure(text, font(size.value, 600));
    const free = width - textWidth;
    const textX = free < 3 || width === 0 ? undefined : x + Math.min(10 * size.unit, free / 2);
    return { rung, name: part.short, x, width, text, textX, textWidth, wide: isWideRange(part) };
  });
}

/** Parts too narrow for their number, each with it, and then those that nobody chose: “0 of 34: silence, form letter”. */
function outside(segments: readonly Segment[]): string {
  const unwritten = segments.filter(({ textX }) => textX === undefined);
  const none = unwritten.filter(({ width }) => width === 0);
  return [
    ...unwritten.filter(({ width }) => width > 0).map(({ name, text }) => `${name}: ${text}`),
    ...none
      .slice(0, 1)
      .map(({ text }) => `${text}: ${none.map(({ name }) => name.toLowerCase()).join(', ')}`),
  ].join(' · ');
}
