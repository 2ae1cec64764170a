import { describe, expect, test } from 'vitest';
import type { ShownCell } from '../../../../src/release/disclosure/shown.ts';
import { smallCounts, type SmallCounts } from '../../../../src/release/disclosure/smallCounts.ts';
import { generator } from '../verify/population.ts';
import { overall } from './groups.ts';
import { consistentTables } from './consistentTables.ts';

type Headlines = Readonly<Record<string, readonly string[]>>;

const codes = ['a', 'b', 'c', 'd', 'e', 'f'];
const counted = (counts: readonly number[]) => Object.fromEntries(counts.map((x, i) => [codes[i] ?? '', x]));
const total = (counts: readonly number[]): number => counts.reduce((sum, x) => sum + x, 0);

const printOf = (counts: readonly number[], headlines: Headlines = {}): SmallCounts | null =>
  smallCounts(
    overall({ n: total(counts), x: counted(counts), added: {} }, undefined, { headlines }),
    'answered',
  );

/** A count as it is read: a number, “low”, “high” or “withheld”. */
const read = (cell: ShownCell): number | string =>
  cell.status === 'published' ? cell.x : cell.status === 'small_cell' ? cell.bound : 'withheld';

const readAll = (counts: readonly number[], headlines: Headlines = {}) => {
  const print = printOf(counts, headlines);
  return print && [...Object.values(print.cells), ...Object.values(print.headlines)].map(read);
};

const isSmall = (x: number): boolean => x > 0 && x < 5;

/** The small counts of a table that can have one value only, among these tables. */
function fixedIn(counts: readonly number[], headlines: Headlines, tables: Iterable<readonly number[]>) {
  const sums = (table: readonly number[]) => [
    ...table,
    ...Object.values(headlines).map((own) => total(own.map((code) => table[codes.indexOf(code)] ?? 0))),
  ];
  const n = total(counts);
  let fixed = sums(counts)
    .map((x, i) => ({ x, i }))
    .filter(({ x }) => isSmall(x) || isSmall(n - x));
  for (const table of tables) {
    const other = sums(table);
    fixed = fixed.filter(({ x, i }) => other[i] === x);
    if (fixed.length === 0) return [];
  }
  return fixed;
}

describe('P11 in an overall table', () => {
  test.each([
    ['nothing is small', [10, 20, 0], [10, 20, 0]],
    ['nobody may be said, and five may', [0, 5, 40], [0, 5, 40]],
    ['the smallest printed answer goes with one that is small', [3, 8, 40], ['low', 'withheld', 40]],
    ['three that are open among themselves are enough', [2, 3, 2, 40], ['low', 'low', 'low', 40]],
    ['4 and 4 have the sum 8 and nothing else', [4, 4, 30, 60], ['low', 'low', 'withheld', 60]],
    ['1 and 5 have the sum 6', [1, 5, 30, 60], ['low', 'withheld', 'withheld', 60]],
    ['five ones have the sum 5', [1, 1, 1, 1, 1, 60], ['low', 'low', 'low', 'low', 'low', 'withheld']],
    ['one as large as the smallest printed one tells', [4, 9, 9, 60], ['low', 'withheld', 'withheld', 60]],
  ])('%s: %j is printed as %j', (_, counts, printed) => {
    expect(readAll(counts)).toEqual(printed);
  });

  test('of two answers it says on which side, as in a cut', () => {
    expect(readAll([2, 40], { yes: ['a'] })).toEqual(['low', 'high', 'low']);
    expect(readAll([40, 2], { yes: ['a'] })).toEqual(['high', 'low', 'high']);
    expect(readAll([0, 42], { yes: ['a'] })).toEqual([0, 42, 0]);
  });

  test('the sum of each side of a headline is known, so each protects its own', () => {
    const headlines = { yes: ['a', 'b'] };
    expect(readAll([2, 30, 20, 40], headlines)).toEqual(['low', 'withheld', 20, 40, 32]);
    expect(readAll([2, 30, 3, 40], headlines)).toEqual(['low', 'withheld', 'low', 'withheld', 32]);
  });

  test('a headline goes where its answers cannot be protected beside it', () => {
    // 6 people in it are 1 and 5.
    expect(readAll([1, 5, 20, 40], { yes: ['a', 'b'] })).toEqual([
      'low',
      'withheld',
      'withheld',
      40,
      'withheld',
    ]);
    expect(readAll([2, 1, 20, 40], { yes: ['a', 'b'] })).toEqual(['low', 'low', 'withheld', 40, 'low']);
    expect(readAll([30, 40, 2, 1], { yes: ['a', 'b'] })).toEqual(['withheld', 40, 'low', 'low', 'high']);
  });

  test('of two headlines with too few people between them the finer one goes', () => {
    const headlines = { told: ['a', 'b'], reason: ['a'] };
    expect(readAll([30, 3, 40], headlines)).toEqual(['withheld', 'low', 40, 33, 'withheld']);
    expect(readAll([30, 0, 40], headlines)).toEqual([30, 0, 40, 30, 30]);
  });

  test('a table that nothing protects is withheld whole', () => {
    // The headline of 4 says that its four answers are ones.
    expect(readAll([1, 1, 1, 1, 26], { yes: ['a', 'b', 'c', 'd'] })).toBeNull();
  });

  /** Bases of every size, with more small answers than in life. */
  function* randomTables(seed: number, count: number): Generator<readonly [readonly number[], Headlines]> {
    const random = generator(seed);
    const upTo = (most: number): number => Math.floor(random() * (most + 1));
    for (let made = 0; made < count; made += 1) {
      const counts = Array.from({ length: 2 + upTo(3) }, () => upTo([4, 8, 40][upTo(2)] ?? 0));
      if (total(counts) < 30) counts[upTo(counts.length - 1)] = 30 + upTo(20);
      const coarse = 1 + upTo(counts.length - 2);
      const fine = 1 + upTo(coarse - 1);
      const nested: readonly Headlines[] = [
        {},
        { yes: codes.slice(0, coarse) },
        ...(fine < coarse ? [{ yes: codes.slice(0, coarse), some: codes.slice(0, fine) }] : []),
      ];
      yield [counts, nested[upTo(nested.length - 1)] ?? {}];
    }
  }

  test('no small count is printed, and none has one value in all tables that agree with what is printed', () => {
    let hidden = 0;
    for (const [counts, headlines] of randomTables(13, 1500)) {
      const print = printOf(counts, headlines);
      if (print === null) continue;
      for (const cell of [...Object.values(print.cells), ...Object.values(print.headlines)])
        expect(cell.status === 'published' && isSmall(cell.x), JSON.stringify([counts, headlines])).toBe(
          false,
        );
      if (!counts.some(isSmall)) continue;
      hidden += 1;
      const tables = consistentTables(total(counts), print, headlines);
      expect(fixedIn(counts, headlines, tables), JSON.stringify([counts, headlines])).toEqual([]);
    }
    expect(hidden).toBeGreaterThan(700);
  });

  test('the same search finds small counts where only they are hidden', () => {
    let given = 0;
    for (const [counts, headlines] of randomTables(13, 300)) {
      const cells = Object.fromEntries(
        Object.entries(counted(counts)).map(([code, x]): [string, ShownCell] => [
          code,
          isSmall(x) ? { status: 'small_cell', bound: 'low' } : { status: 'published', x },
        ]),
      );
      const tables = consistentTables(total(counts), { cells, headlines: {} }, headlines);
      if (fixedIn(counts, {}, tables).length > 0) given += 1;
    }
    expect(given).toBeGreaterThan(100);
  });

  /** Every way in which `n` people can give `answers` answers. */
  function* everyTable(answers: number, n: number): Generator<readonly number[]> {
    if (answers === 1) yield [n];
    else
      for (let x = 0; x <= n; x += 1)
        for (const others of everyTable(answers - 1, n - x)) yield [x, ...others];
  }

  test.each<[string, Headlines]>([
    ['no headline', {}],
    ['a headline', { yes: ['a', 'b'] }],
    ['a headline of one answer', { yes: ['a'] }],
    ['two headlines', { yes: ['a', 'b'], some: ['a'] }],
    ['two headlines, the coarse one almost whole', { yes: ['a', 'b', 'c'], some: ['a', 'b'] }],
  ])('with %s, whoever runs the rule on every table of 30 people learns no small count', (_, headlines) => {
    const alike = Map.groupBy(everyTable(4, 30), (counts) => JSON.stringify(printOf(counts, headlines)));
    const whole = alike.get('null') ?? [];
    alike.delete('null');
    for (const [print, tables] of alike)
      expect(fixedIn(tables[0] ?? [], headlines, tables), print).toEqual([]);
    expect(whole.length).toBeLessThan(70);
  });
});
