import { hideSmall, isLow, sumOf, type Counts, type Headlines } from './hideSmall.ts';
import { categoryOf, type Partition } from './partition.ts';
import { readingsOf, type Print } from './readingsOf.ts';
import type { ShownCell } from './shown.ts';

/** What P11 lets a release print of one overall table. */
export interface SmallCounts {
  readonly cells: Readonly<Record<string, ShownCell>>;
  readonly headlines: Readonly<Record<string, ShownCell>>;
}

/** Which headlines to try to print, from all of them to none; among equally many, the coarse ones first. */
function setsOf(headlines: Headlines): readonly Headlines[] {
  const sets = Object.entries(headlines).reduceRight<(readonly (readonly [string, readonly string[]])[])[]>(
    (some, one) => [...some.map((set) => [one, ...set]), ...some],
    [[]],
  );
  return sets.toSorted((a, b) => b.length - a.length).map((set) => Object.fromEntries(set));
}

/** What is printed where these answers are hidden. A table of two answers says on which side (P5). */
function printOf(x: Counts, headlines: Headlines, kept: Headlines, hidden: ReadonlySet<string>): Print {
  const codes = Object.keys(x);
  const n = sumOf(x, codes);
  const cell = (count: number, isHidden: boolean, isBinary: boolean): ShownCell => {
    if (!isHidden) return { status: 'published', x: count };
    if (isLow(count)) return { status: 'small_cell', bound: 'low' };
    return isBinary && isLow(n - count) ? { status: 'small_cell', bound: 'high' } : { status: 'withheld' };
  };
  return {
    n,
    cells: Object.fromEntries(
      codes.map((code) => [code, cell(x[code] ?? 0, hidden.has(code), codes.length === 2)]),
    ),
    headlines: Object.fromEntries(
      Object.entries(headlines).map(([id, own]) => [id, cell(sumOf(x, own), !(id in kept), true)]),
    ),
  };
}

/** Whether something hidden from 1 to 4 people has the same value in all of these tables, or there is none. */
function isSomeFixed({ cells, headlines }: Print, all: Headlines, tables: Iterable<Counts>): boolean {
  const small = [
    ...Object.entries(cells).map(([code, cell]) => ({ cell, codes: [code] })),
    ...Object.entries(headlines).map(([id, cell]) => ({ cell, codes: all[id] ?? [] })),
  ].filter(({ cell }) => cell.status === 'small_cell');
  let fixed = small.map(({ codes }) => ({ codes, values: new Set<number>() }));
  for (const x of fixed.length === 0 ? [] : tables) {
    for (const { codes, values } of fixed) values.add(sumOf(x, codes));
    fixed = fixed.filter(({ values }) => values.size === 1);
    if (fixed.length === 0) return false;
  }
  return fixed.length > 0;
}

/**
 * P11 for tables with these headlines: as many of them are printed as leave every small count open to a reader who knows
 * this rule, and so can tell which tables it would print alike.
 */
function firstPrint(headlines: Headlines): (x: Counts) => Print | null {
  const sets = setsOf(headlines);
  const known = new Map<string, boolean>();
  const tried = (x: Counts, at: number): Print | null => {
    const kept = sets[at] ?? {};
    const hidden = hideSmall(x, kept);
    return hidden && printOf(x, headlines, kept, hidden);
  };
  const held = (x: Counts, at: number): Print | null => {
    const print = tried(x, at);
    if (print === null) return null;
    const key = JSON.stringify([at, print]);
    const isAlike = (other: Counts): boolean =>
      JSON.stringify([at, tried(other, at)]) === key &&
      sets.every((_, before) => before >= at || held(other, before) === null);
    const isGivenAway =
      known.get(key) ?? isSomeFixed(print, headlines, readingsOf(print, headlines, isAlike));
    known.set(key, isGivenAway);
    return isGivenAway ? null : print;
  };
  return (x) => {
    for (const at of sets.keys()) {
      const print = held(x, at);
      if (print !== null) return print;
    }
    return null;
  };
}

/**
 * P11: in an overall table a count from 1 to 4 is hidden, and with it whatever would give it away.
 * @returns null where the table can only be withheld whole.
 */
export function smallCounts(partition: Partition, code: string): SmallCounts | null {
  const print = firstPrint(partition.headlines ?? {})(categoryOf(partition, code).x);
  return print && { cells: print.cells, headlines: print.headlines };
}
