import type { Frame } from '../canvas/drawing.ts';
import type { DumbbellRow } from '../../figures/dumbbellFigure.ts';
import { font, type Measure } from '../canvas/label.ts';
import { sidesDrop, type SideBases } from '../marks/sidesLine.ts';
import type { Size } from '../canvas/size.ts';
import { wrapLabel } from '../marks/wrapLabel.ts';

/** Where a row’s name (baselines) and its two marks (middles) lie, in pixels. */
export interface PlacedDumbbell {
  readonly row: DumbbellRow;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly seekerY: number;
  readonly employerY: number;
}

export interface DumbbellLayout {
  readonly rows: readonly PlacedDumbbell[];
  readonly sidesY: number;
  readonly top: number;
  readonly bottom: number;
  /** The room names take on the left; none on a phone, where they stand above. */
  readonly column: number;
}

/** Rows close under each other; a card closes up as far as its type allows. */
export function dumbbellLayout(
  rows: readonly DumbbellRow[],
  sides: readonly SideBases[],
  size: Size,
  { top: from, height }: Frame,
  measure: Measure,
): DumbbellLayout {
  const u = size.unit;
  const phone = size.id === 'narrow';
  const most = size.id === 'card' ? 400 : 240;
  const gap = 18 * u;
  const line = size.label * 1.2;
  const wrapped = rows.map(({ label }) =>
    wrapLabel(label, size.label, phone ? size.width : most - gap, measure),
  );
  const longest = wrapped.flat().map((text) => measure(text, font(size.label)));
  const column = phone ? 0 : Math.ceil(Math.max(0, ...longest) + gap);
  const sidesY = from + size.label;
  const top = sidesY + sidesDrop(sides, size, measure) + 12 * u;
  const room = (height ?? Infinity) - (top - from);
  const step = Math.min(20 * u, Math.max(size.value * 1.02, room / (2.5 * Math.max(1, rows.length))));
  const between = Math.min(14 * u, Math.max(4, (room - 2 * step * rows.length) / Math.max(1, rows.length)));
  let y = top;
  const placed = rows.map((row, i): PlacedDumbbell => {
    const names = wrapped[i] ?? [];
    const marksTop = phone ? y + names.length * line + 2 : y;
    const middle = marksTop + step;
    const nameTop = phone ? y : middle - (names.length * line) / 2;
    y = marksTop + 2 * step + between;
    return {
      row,
      lines: names.map((text, k) => ({ text, y: nameTop + k * line + line / 2 + size.label * 0.34 })),
      seekerY: marksTop + step / 2,
      employerY: marksTop + 1.5 * step,
    };
  });
  return { rows: placed, sidesY, top, bottom: y - between / 2, column };
}
