import type { PrintedNumber } from '../../../words/worked/printedNumbers.ts';

/** A cell of a figure’s table, and how its column, the rows around it and its row are called. */
export interface ShownCell {
  readonly column: string;
  /** Empty where all rows are one group. */
  readonly group: string;
  readonly row: string;
  readonly text: string;
}

/** What a page shows of a figure over its lines. */
export interface ShownFigure {
  readonly title: string;
  /** Every text of a drawing and what it is called. */
  readonly drawings: readonly string[];
  readonly cells: readonly ShownCell[];
}

/** What came of holding it against numbers that were worked out anew. */
export interface HeldFigure {
  readonly numbers: number;
  /** A sentence each. */
  readonly differences: readonly string[];
}

/** A range, or a share with its count and the range that follows before any other count; counts of one base; how many answered. */
const tokens =
  /(\d+–\d+%)|([<>]?\d+%(?: \([\d,]+\))?)(?:(?:(?! of \d)[^%;|·])*?(\d+–\d+%))?|(than )?([\d,]*\d)(?: and ([\d,]*\d))? of ([\d,]*\d)|\bn (?:= )?([\d,]*\d)(?: to ([\d,]*\d))?|([\d,]*\d) (?:who )?answered/g;

/** What a text says wrongly: an entry for each of its numbers, empty where it is one of those given. */
function slipsIn(where: string, text: string, printed: readonly PrintedNumber[]): readonly string[] {
  const known = new Set(printed.flatMap(({ texts }) => texts));
  // A scale begins at 0 and goes up in percents.
  const numbers = [...`|${text}`.replaceAll(/\|0(\|\d+%)+(?=\|)/g, '').matchAll(tokens)];
  return numbers.map(([one, range, share, its, than, x, and, n, ...bases]) => {
    const said = [
      range,
      share && (its ? `${share} ${its}` : share),
      ...[x, and].map((many) => many && !than && `${many} of ${n}`),
      ...bases.map((many) => many && `n ${many}`),
    ];
    return said.every((number) => !number || known.has(number))
      ? ''
      : `The ${where} shows “${one}”, which none of its lines makes.`;
  });
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\w ]/g, '');

/** Those of some numbers that words name; all of them where they name none. */
function named(words: string, all: readonly PrintedNumber[]): readonly PrintedNumber[] {
  const parts = [words, ...words.split(/[;:] /)].map(plain);
  const found = all.filter(({ names }) => names.some((name) => parts.includes(plain(name))));
  return found.length > 0 ? found : all;
}

/** The numbers that a cell may show. Groups of rows can be of other series than the columns say, and of the same sides. */
function meant(
  { column, group, row, text }: ShownCell,
  all: readonly PrintedNumber[],
): readonly PrintedNumber[] {
  // Why a number is not shown may be said in any row of its series.
  if (!/^[<>\d]/.test(text)) return all;
  if (group === '') return named(row, named(column, all));
  const ofSide = all.filter(({ side }) => column.startsWith(side));
  const ofGroup = named(group, ofSide);
  return ofGroup === ofSide ? ofSide : named(row, ofGroup);
}

/** Holds the title, the drawings and the table of a figure against the numbers that its lines give. */
export function heldFigure(
  { title, drawings, cells }: ShownFigure,
  printed: readonly PrintedNumber[],
): HeldFigure {
  const all = [
    ...slipsIn('title', title, printed),
    ...drawings.flatMap((text) => slipsIn('drawing', text, printed)),
    ...cells.flatMap((cell) =>
      slipsIn(
        `table, at “${cell.row}”,`,
        cell.row === 'Answered' ? `n ${cell.text}` : cell.text,
        meant(cell, printed),
      ),
    ),
  ];
  return { numbers: all.length, differences: [...new Set(all)].filter((slip) => slip !== '') };
}
