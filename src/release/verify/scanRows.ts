import { proportionOf } from '../disclosure/proportionOf.ts';
import type { ShownTable } from '../disclosure/shown.ts';

/** One line of estimates.csv as it is printed, numbers read back from text. Null where a field is empty. */
export interface PrintedRow {
  readonly table: string;
  readonly group: string;
  readonly indicator: string;
  readonly n: number | null;
  readonly x: number | null;
  readonly share: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** Half a unit of the sixth decimal, the last one printed, plus floating-point error. */
const HALF_A_UNIT = 0.5e-6 + 1e-12;

const agrees = (printed: number | null, exact: number | null): boolean =>
  printed === null || exact === null ? printed === exact : Math.abs(printed - exact) <= HALF_A_UNIT;

/**
 * V1, second half: every printed line agrees with the tables, its share and range are recomputed from the printed x and n
 * (P8), and a withheld line has no number.
 * @returns one sentence a problem; empty when there is none.
 */
export function scanRows(rows: readonly PrintedRow[], tables: readonly ShownTable[]): readonly string[] {
  return rows.flatMap((row) => {
    const name = `${row.table}, ${row.group} ${row.indicator}`;
    const group = tables.find(({ table }) => table === row.table)?.groups[row.group];
    const cell = group?.status === 'published' ? group.cells[row.indicator] : undefined;
    if (group === undefined || (group.status === 'published' && cell === undefined))
      return [`${name}: no table of the release holds this line.`];
    const found = proportionOf(group, row.indicator);
    const n = group.status === 'published' ? group.n : null;
    const expected = {
      n,
      x: found?.x ?? null,
      share: found?.share ?? null,
      lo: found?.lo ?? null,
      hi: found?.hi ?? null,
    };
    return (['n', 'x', 'share', 'lo', 'hi'] as const)
      .filter((field) => !agrees(row[field], expected[field]))
      .map(
        (field) =>
          `${name}: ${field} is printed as ${row[field] ?? 'nothing'} and is ${expected[field] ?? 'withheld'}.`,
      );
  });
}
