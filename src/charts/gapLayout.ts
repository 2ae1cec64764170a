import type { Frame } from './drawing.ts';
import { isWithheld, type GapRow } from './figure.ts';
import { font, type Measure } from './label.ts';
import { count } from './percent.ts';
import { sideNames } from './sideNames.ts';
import type { Size } from './size.ts';

/** Where a row’s words (baselines) and marks (middles) lie, in pixels. */
export interface PlacedRow {
  readonly row: GapRow;
  readonly titleY: number;
  readonly seekerLabelY: number;
  readonly seekerY: number;
  readonly employerLabelY: number;
  readonly employerY: number;
}

/** Rows with names in a column on the left where there is room for one, and above their marks on a phone. */
export function gapLayout(
  rows: readonly GapRow[],
  size: Size,
  { top }: Frame,
  measure: Measure,
): { readonly rows: readonly PlacedRow[]; readonly bottom: number; readonly column: number } {
  const u = size.unit;
  const phone = size.id === 'narrow';
  const pitch = size.heading + (phone ? 114 : size.id === 'card' ? 66 * u : 77);
  const placed = rows.map((row, i) => {
    const titleY = top + i * pitch + size.heading;
    const seekerY = titleY + (phone ? 40 : 22 * u);
    const employerY = seekerY + (phone ? 46 : 26 * u);
    const label = (y: number) => (phone ? y - 15 : y + size.label * 0.34);
    return {
      row,
      titleY,
      seekerY,
      employerY,
      seekerLabelY: label(seekerY),
      employerLabelY: label(employerY),
    };
  });
  const names = rows.flatMap(({ label, seeker, employer }) => [
    measure(label, font(size.heading, 600)),
    ...[seeker, employer].map((group) => {
      const n = isWithheld(group) ? '' : ` n = ${count(group.n)}`;
      return measure(`${sideNames.job_seeker}${n}`, font(size.label, 600)) + size.label * 1.15;
    }),
  ]);
  const last = placed.at(-1)?.employerY ?? top;
  return {
    rows: placed,
    bottom: last + 18 * u,
    column: phone ? 0 : Math.ceil(Math.max(0, ...names) + 18 * u),
  };
}
