import type { Beside, TableColumn } from './words.ts';

/** A number as a table prints it, the short name of its column, and what stands beside it. */
export interface TableCell<Cell> {
  readonly name: string;
  readonly number: Cell;
  readonly beside: readonly string[];
}

/** How many cells a row has. */
export const cellCount = (columns: readonly TableColumn[]): number =>
  columns.reduce((sum, { beside = [] }) => sum + 1 + beside.length, 0);

/**
 * The cells of a row by column, each number with all that belongs to it, so that no screen is too narrow for it.
 * @throws Error when the row has not as many cells as the columns ask for
 */
export function tableCells<Cell>(
  columns: readonly TableColumn[],
  cells: readonly Cell[],
): readonly TableCell<Cell>[] {
  if (cells.length !== cellCount(columns))
    throw new Error(`A row has ${cells.length} cells and its table ${cellCount(columns)}.`);
  let at = 0;
  return columns.map(({ heading, short = heading, beside = [] }) => {
    const [number, ...others] = cells.slice(at, (at += 1 + beside.length));
    if (number === undefined) throw new Error(`The column “${heading}” has no cell.`);
    return {
      name: short,
      number,
      beside: beside.flatMap((kind, i) => {
        const cell = others[i];
        return typeof cell !== 'string' || cell === '' ? [] : [inWords(kind, cell)];
      }),
    };
  });
}

const inWords = (kind: Beside, cell: string): string =>
  kind === 'base' && /^\d/.test(cell) ? `n = ${cell}` : kind === 'bounds' ? `bounds ${cell}` : cell;
