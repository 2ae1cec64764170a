import type { Frame } from '../canvas/drawing.ts';
import type { GapRow } from '../../figures/gapFigure.ts';
import { isWithheld } from '../../figures/parts.ts';
import { font, type Measure } from '../canvas/label.ts';
import { count } from '../../figures/percent.ts';
import { sideNames } from '../../figures/sideNames.ts';
import type { Size } from '../canvas/size.ts';

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
  groups: readonly (readonly GapRow[])[],
  size: Size,
  { top }: Frame,
  measure: Measure,
): {
  readonly rows: readonly PlacedRow[];
  /** Baselines of the headings over groups; none where there is one group. */
  readonly headings: readonly number[];
  readonly bottom: number;
  readonly column: number;
} {
  const rows = groups.flat();
  const u = size.unit;
  const phone = size.id === 'narrow';
  const pitch = size.heading + (phone ? 114 : size.id === 'card' ? 66 * u : 77);
  const head = groups.length > 1 ? size.heading + 14 * u : 0;
  const groupOf = groups.flatMap((group, i) => group.map(() => i));
  const rowTop = (i: number) => top + i * pitch + ((groupOf[i] ?? 0) + 1) * head;
  const starts = groups.map((_, k) => groupOf.indexOf(k));
  const headings = head === 0 ? [] : starts.map((start) => rowTop(start) - head + size.heading);
  const placed = rows.map((row, i) => {
    const titleY = rowTop(i) + size.heading;
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
      const since = group.asOf === undefined ? '' : `, as of ${group.asOf}`;
      const n = isWithheld(group) ? '' : ` n = ${count(group.n)}${since}`;
      return measure(`${sideNames.job_seeker}${n}`, font(size.label, 600)) + size.label * 1.15;
    }),
  ]);
  const last = placed.at(-1)?.employerY ?? top;
  return {
    rows: placed,
    headings,
    bottom: last + 18 * u,
    column: phone ? 0 : Math.ceil(Math.max(0, ...names) + 18 * u),
  };
}
