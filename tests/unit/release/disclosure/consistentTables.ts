import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';
import type { SmallCounts } from '../../../../src/release/disclosure/smallCounts.ts';

/** The values that a reader of one cell thinks possible. */
function possible(cell: ShownCell | undefined, n: number): readonly [least: number, most: number] {
  if (cell === undefined) return [0, n];
  if (cell.status === 'published') return [cell.x, cell.x];
  if (cell.status === 'withheld') return [0, n];
  return cell.bound === 'low' ? [1, 4] : [n - 4, n - 1];
}

/**
 * Every table that agrees with what is printed of one, found by trying every count of every answer; it shares no code
 * with the rule. A withheld answer is at least five.
 */
export function* consistentTables(
  n: number,
  { cells, headlines }: SmallCounts,
  catalogued: Readonly<Record<string, readonly string[]>>,
): Generator<readonly number[]> {
  const codes = Object.keys(cells);
  const limits = codes.map((code) => {
    const cell = cells[code];
    const [least, most] = possible(cell, n);
    return [cell?.status === 'withheld' ? 5 : least, most] as const;
  });
  // Each sum that is known, and which answers are in it.
  const sums = [
    { limits: [n, n] as const, has: codes.map(() => true) },
    ...Object.entries(headlines).map(([id, cell]) => ({
      limits: possible(cell, n),
      has: codes.map((code) => catalogued[id]?.includes(code) === true),
    })),
  ];
  function* from(at: number, table: readonly number[]): Generator<readonly number[]> {
    const fits = sums.every(({ limits: [least, most], has }) => {
      let [low, high] = [0, 0];
      for (const [i, isIn] of has.entries()) {
        if (!isIn) continue;
        low += table[i] ?? limits[i]?.[0] ?? 0;
        high += table[i] ?? limits[i]?.[1] ?? 0;
      }
      return low <= most && high >= least;
    });
    if (!fits) return;
    if (at === codes.length) {
      yield table;
      return;
    }
    const [least, most] = limits[at] ?? [0, 0];
    for (let x = least; x <= most; x += 1) yield* from(at + 1, [...table, x]);
  }
  yield* from(0, []);
}
