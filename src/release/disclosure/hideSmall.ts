import { MINIMUM_CELL } from './thresholds.ts';

export type Counts = Readonly<Record<string, number>>;

/** Headlines from coarse to fine, with their answers. */
export type Headlines = Readonly<Record<string, readonly string[]>>;

/** Whether a count is too small to print; nobody at all may be said. */
export const isLow = (x: number): boolean => x > 0 && x < MINIMUM_CELL;

export const sumOf = (x: Counts, codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + (x[code] ?? 0), 0);

/** The answers by the headlines that hold them, from those in none to those in all: a reader knows the sum of each set. */
export function atomsOf(codes: readonly string[], headlines: Headlines): readonly (readonly string[])[] {
  const nested = [codes, ...Object.values(headlines)];
  return nested.map((outer, i) => outer.filter((code) => nested[i + 1]?.includes(code) !== true));
}

/** How many values each low count must be able to have. With two, a headline that is hidden for want of two would tell which. */
const VALUES = 3;

/** Whether `lows` counts from 1 to 4 are open beside `others`, which are at least five and fewer than `most`. */
function isOpen({ lows, others, sum, most }: Record<'lows' | 'others' | 'sum' | 'most', number>): boolean {
  const largest = MINIMUM_CELL - 1;
  const leastOfLows = others === 0 ? sum : Math.max(lows, sum - others * (most - 1));
  const mostOfLows = sum - others * MINIMUM_CELL;
  const from = Math.max(1, leastOfLows - largest * (lows - 1));
  const to = Math.min(largest, mostOfLows - (lows - 1));
  return sum >= MINIMUM_CELL && to - from + 1 >= VALUES;
}

/** The answers of an atom to hide, from the smallest on; null where hiding all of them still gives a low one away. */
function hiddenIn(x: Counts, atom: readonly string[]): readonly string[] | null {
  const count = (code: string): number => x[code] ?? 0;
  const ascending = atom.filter((code) => count(code) > 0).toSorted((a, b) => count(a) - count(b));
  const lows = ascending.filter((code) => isLow(count(code))).length;
  if (lows === 0) return [];
  for (let hidden = lows; hidden <= ascending.length; hidden += 1) {
    const next = ascending[hidden];
    const most = next === undefined ? Infinity : count(next);
    const sum = sumOf(x, ascending.slice(0, hidden));
    if (isOpen({ lows, others: hidden - lows, sum, most })) return ascending.slice(0, hidden);
  }
  return null;
}

/**
 * The answers to hide so that none from 1 to 4 is printed or follows from the sums, where these headlines are printed.
 * @returns null where these headlines cannot all be printed.
 */
export function hideSmall(x: Counts, kept: Headlines): ReadonlySet<string> | null {
  const atoms = atomsOf(Object.keys(x), kept);
  // Between two nested headlines are nobody or at least five (P5).
  const sums = [
    ...Object.values(kept).map((codes) => sumOf(x, codes)),
    ...atoms.map((atom) => sumOf(x, atom)),
  ];
  if (sums.some(isLow)) return null;
  const hidden = new Set<string>();
  for (const atom of atoms) {
    const found = hiddenIn(x, atom);
    if (found === null) return null;
    for (const code of found) hidden.add(code);
  }
  return hidden;
}
