import { wilson } from '../../statistics/wilson.ts';
import type { ShownGroup, ShownTable } from '../disclosure/shown.ts';
import type { PrintedRow } from '../package/printedRows.ts';

/** Half a unit of the sixth decimal, the last one printed, plus floating-point error. */
const HALF_A_UNIT = 0.5e-6 + 1e-12;

const agrees = (printed: number | null, exact: number | null): boolean =>
  printed === null || exact === null ? printed === exact : Math.abs(printed - exact) <= HALF_A_UNIT;

type Fields = Pick<PrintedRow, 'n' | 'x' | 'share' | 'lo' | 'hi'>;

const problemsOf = (row: Fields, expected: Fields): readonly string[] =>
  (['n', 'x', 'share', 'lo', 'hi'] as const)
    .filter((field) => !agrees(row[field], expected[field]))
    .map(
      (field) => `${field} is printed as ${row[field] ?? 'nothing'} and is ${expected[field] ?? 'withheld'}.`,
    );

/** From 10 to 29 answers only a headline that is told has numbers, and these are n and x (protocol 2.11). */
function fewProblems(
  row: PrintedRow,
  group: Extract<ShownGroup, { status: 'few_answers' }>,
): readonly string[] {
  const x = row.isAnswer ? undefined : group.headlines[row.indicator];
  const expected = { n: x === undefined ? null : group.n, x: x ?? null, share: null, lo: null, hi: null };
  return problemsOf(row, expected);
}

/**
 * V1, second half: every printed line agrees with the tables, its share and range are recomputed from the printed x and n
 * (P8), and a withheld line has no number.
 * @returns one sentence a problem; empty when there is none.
 */
export function scanRows(rows: readonly PrintedRow[], tables: readonly ShownTable[]): readonly string[] {
  return rows.flatMap((row) => {
    const name = `${row.table}, ${row.group} ${row.indicator}`;
    const group = tables.find(({ table }) => table === row.table)?.groups[row.group];
    if (group?.status === 'few_answers')
      return fewProblems(row, group).map((problem) => `${name}: ${problem}`);
    const isOfWhole = group?.status === 'published' && group.headlines !== undefined && !row.isAnswer;
    const cell =
      group?.status === 'published'
        ? (isOfWhole ? group.headlines : group.cells)?.[row.indicator]
        : undefined;
    if (group === undefined || (group.status === 'published' && cell === undefined))
      return [`${name}: no table of the release holds this line.`];
    const n = group.status === 'published' ? group.n : null;
    const found = cell?.status === 'published' && n !== null ? wilson(cell.x, n) : null;
    const expected = {
      n,
      x: found?.x ?? null,
      share: found?.share ?? null,
      lo: found?.lo ?? null,
      hi: found?.hi ?? null,
    };
    return problemsOf(row, expected).map((problem) => `${name}: ${problem}`);
  });
}
