import { atomsOf, type Counts, type Headlines } from './hideSmall.ts';
import type { ShownCell } from './shown.ts';
import { MINIMUM_CELL } from './thresholds.ts';

/** What is printed of an overall table. */
export interface Print {
  readonly n: number;
  readonly cells: Readonly<Record<string, ShownCell>>;
  readonly headlines: Readonly<Record<string, ShownCell>>;
}

/** So many ways to fill an atom are tried; a count that is not open by then is taken to be given away. */
const TRIED = 20_000;

const xOf = (cell: ShownCell | undefined): number => (cell?.status === 'published' ? cell.x : 0);
const isLow = (cell: ShownCell | undefined): boolean => cell?.status === 'small_cell' && cell.bound === 'low';

/** The limits of a count, as a reader of one cell knows them. */
export function limitsOf(cell: ShownCell | undefined): readonly [least: number, most: number] {
  if (cell?.status === 'published') return [cell.x, cell.x];
  return isLow(cell) ? [1, MINIMUM_CELL - 1] : [MINIMUM_CELL, Infinity];
}

/** The headlines that are printed, and the sum of each atom between them. */
export function sumsOf({ n, headlines }: Print, all: Headlines) {
  const kept = Object.fromEntries(
    Object.entries(all).filter(([id]) => headlines[id]?.status === 'published'),
  );
  const totals = [n, ...Object.keys(kept).map((id) => xOf(headlines[id])), 0];
  return { kept, sums: totals.slice(0, -1).map((total, i) => total - (totals[i + 1] ?? 0)) };
}

/** Every way in which these counts can make a sum. */
function* waysIn(cells: Print['cells'], codes: readonly string[], sum: number): Generator<Counts> {
  const [code, ...others] = codes;
  if (code === undefined) {
    if (sum === 0) yield {};
    return;
  }
  const limits = others.map((other) => limitsOf(cells[other]));
  const [least, most] = limitsOf(cells[code]);
  const from = Math.max(least, sum - limits.reduce((total, [, high]) => total + high, 0));
  const to = Math.min(most, sum - limits.reduce((total, [low]) => total + low, 0));
  for (let x = from; x <= to; x += 1)
    for (const way of waysIn(cells, others, sum - x)) yield { ...way, [code]: x };
}

/** For each atom, the ways in which its hidden answers can make what is left of its sum. */
function waysByAtom(print: Print, all: Headlines): readonly (() => Iterable<Counts>)[] {
  const { cells } = print;
  const { kept, sums } = sumsOf(print, all);
  return atomsOf(Object.keys(cells), kept).map((atom, i) => {
    const hidden = atom
      .filter((code) => cells[code]?.status !== 'published')
      // The low ones last, because those are what two readings must differ in.
      .toSorted((a, b) => Number(isLow(cells[a])) - Number(isLow(cells[b])));
    const sum = atom.reduce((left, code) => left - xOf(cells[code]), sums[i] ?? 0);
    return () => waysIn(cells, hidden, sum).take(TRIED);
  });
}

/** The first way to fill all atoms at once of which this would be printed. */
function firstReading(
  ways: readonly (() => Iterable<Counts>)[],
  fixed: Counts,
  isPrintedOf: (x: Counts) => boolean,
): Counts | null {
  const [own, ...others] = ways;
  if (own === undefined) return isPrintedOf(fixed) ? fixed : null;
  for (const way of own()) {
    const found = firstReading(others, { ...fixed, ...way }, isPrintedOf);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Tables of which a print can be, each as a reader could find it from the print alone: one, and those that differ from
 * it in one atom.
 * @param isPrintedOf whether the rules print this of a table
 */
export function* readingsOf(
  print: Print,
  headlines: Headlines,
  isPrintedOf: (x: Counts) => boolean,
): Generator<Counts> {
  const shown = Object.fromEntries(Object.keys(print.cells).map((code) => [code, xOf(print.cells[code])]));
  const ways = waysByAtom(print, headlines);
  const one = firstReading(ways, shown, isPrintedOf);
  if (one === null) return;
  yield one;
  for (const own of ways)
    for (const way of own()) {
      const other = { ...one, ...way };
      if (isPrintedOf(other)) yield other;
    }
}
