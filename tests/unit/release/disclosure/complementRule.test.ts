import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellRule } from '../../../../src/release/disclosure/cellRule.ts';
import { complementRule, type Cells } from '../../../../src/release/disclosure/complementRule.ts';
import { categoryOf, type Partition } from '../../../../src/release/disclosure/partition.ts';
import { byField, group } from './groups.ts';

const cellsOf = (partition: Partition, shown: readonly string[]): Cells =>
  Object.fromEntries(
    shown.map((code) => [code, cellRule(partition.indicators, categoryOf(partition, code))] as const),
  );
const told = { indicators: ['told'] };
const statuses = (cells: Cells) =>
  Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, cell.told?.status]));
const run = (partition: Partition, shown: readonly string[]) =>
  statuses(complementRule(partition, cellsOf(partition, shown)));

test('one hidden count without a remainder would be total − printed, so the smallest other is withheld', () => {
  const table = byField(
    { knowledge: group(90, 40), care: group(40, 2), serving: group(50, 20) },
    group(0),
    told,
  );
  expect(run(table, ['knowledge', 'care', 'serving'])).toEqual({
    knowledge: 'published',
    care: 'small_cell',
    serving: 'withheld',
  });
});

test('people left over hide it, when enough of them could have said so', () => {
  const rest = (n: number, yes: number) =>
    byField({ knowledge: group(90, 40), care: group(40, 2) }, group(n, yes), told);
  expect(run(rest(12, 4), ['knowledge', 'care'])).toMatchObject({ knowledge: 'published' });
  // Three yeses are left in all: “fewer than 5” of care could only be up to 3.
  expect(run(rest(12, 1), ['knowledge', 'care'])).toMatchObject({ knowledge: 'withheld' });
  // All people in the remainder said yes: they account for all but two of the yeses, which discloses the two.
  expect(run(rest(12, 12), ['knowledge', 'care'])).toMatchObject({ knowledge: 'withheld' });
  expect(run(rest(12, 10), ['knowledge', 'care'])).toMatchObject({ knowledge: 'published' });
});

test('a count near the top is hidden as well as one near the bottom', () => {
  const table = byField({ knowledge: group(90, 40), care: group(40, 38) }, group(0), told);
  expect(run(table, ['knowledge', 'care'])).toEqual({ knowledge: 'withheld', care: 'small_cell' });
});

test('groups that are not shown count among those left over', () => {
  const table = byField(
    { knowledge: group(90, 40), care: group(40, 2), making: group(20, 8) },
    group(0),
    told,
  );
  expect(run(table, ['knowledge', 'care'])).toEqual({ knowledge: 'published', care: 'small_cell' });
});

test('a finer indicator dropped for being near is not given back either', () => {
  const table = byField({ knowledge: group(90, 40, 20), care: group(40, 20, 18) }, group(0));
  const cells = complementRule(table, cellsOf(table, ['knowledge', 'care']));
  expect(cells.care).toEqual({ told: { status: 'published', x: 20 }, reason: { status: 'withheld' } });
  expect(cells.knowledge).toEqual({ told: { status: 'published', x: 40 }, reason: { status: 'withheld' } });
});

test.each([
  ['as many as the coarser count around it', 20],
  ['five fewer than the coarser count around it', 25],
])('a withheld count that could be %s hides another well enough', (_, coarser) => {
  // Tech’s 0 would be 50 − 20 − 30. With care’s 20 withheld too, both could be five values, so serving’s may stay.
  const table = byField(
    { knowledge: group(90, 40, 0), care: group(40, coarser, 20), serving: group(100, 50, 30) },
    group(0),
  );
  const cells = complementRule(table, cellsOf(table, Object.keys(table.categories)));
  const reasons = Object.entries(cells).map(([code, { reason }]) => [code, reason?.status]);
  expect(Object.fromEntries(reasons)).toEqual({
    knowledge: 'small_cell',
    care: 'withheld',
    serving: 'published',
  });
});

test('what hides nothing stays as it is', () => {
  const table = byField({ knowledge: group(90, 40), care: group(40, 20) }, group(0), told);
  expect(run(table, ['knowledge', 'care'])).toEqual({ knowledge: 'published', care: 'published' });
  expect(run(byField({ knowledge: group(30, 0) }, group(0), told), ['knowledge'])).toEqual({
    knowledge: 'small_cell',
  });
});

test('a count near the top needs no more than one near the bottom', () => {
  const table = byField({ knowledge: group(90, 40), care: group(40, 38) }, group(12, 6), told);
  expect(run(table, ['knowledge', 'care'])).toEqual({ knowledge: 'published', care: 'small_cell' });
});

/** What the words printed leave open for a cell, before anything is subtracted. */
function options(partition: Partition, cells: Cells, code: string, indicator: string): number[] {
  const { n, x } = categoryOf(partition, code);
  const cell = cells[code]?.[indicator];
  const all = Array.from({ length: n + 1 }, (_, count) => count);
  if (cell?.status === 'published') return [cell.x];
  if (cell?.status === 'small_cell')
    return all.filter((count) => (cell.bound === 'low' ? count < 5 : count > n - 5));
  const around = indicator === 'reason' ? cells[code]?.told : undefined;
  const inside = indicator === 'told' ? cells[code]?.reason : undefined;
  const most = around?.status === 'published' ? around.x : n;
  const least = inside?.status === 'published' ? inside.x : 0;
  const gap = most - (x[indicator] ?? 0);
  const isNear = around?.status === 'published' && gap >= 1 && gap <= 4;
  return all.filter(
    (count) =>
      count >= Math.max(5, least) &&
      count <= Math.min(n - 5, most) &&
      (!isNear || (most - count >= 1 && most - count <= 4)),
  );
}

/** The reader’s own puzzle, by brute force: does the total leave some hidden count fewer than five of its values? */
function isNarrowed(partition: Partition, cells: Cells, indicator: string): boolean {
  const codes = Object.keys(cells);
  const total = [...Object.values(partition.categories), partition.rest].reduce(
    (sum, { x }) => sum + (x[indicator] ?? 0),
    0,
  );
  const open = codes.map((code) => options(partition, cells, code, indicator));
  const found = codes.map(() => new Set<number>());
  const walk = (at: number, chosen: readonly number[], left: number): void => {
    if (left < 0) return;
    if (at === codes.length && left <= partition.rest.n) chosen.forEach((count, i) => found[i]?.add(count));
    for (const count of open[at] ?? []) walk(at + 1, [...chosen, count], left - count);
  };
  walk(0, [], total);
  return codes.some(
    (code, i) =>
      cells[code]?.[indicator]?.status !== 'published' &&
      (found[i]?.size ?? 0) < Math.min(5, open[i]?.length ?? 0),
  );
}

const nested = (n: number) =>
  fc
    .tuple(
      fc.oneof(
        fc.integer({ min: 0, max: n }),
        fc.integer({ min: n - 4, max: n }),
        fc.integer({ min: 0, max: 9 }),
      ),
      fc.integer({ min: 0, max: 8 }),
    )
    .map(([first, less]) => group(n, first, Math.max(0, first - less)));
const tables = fc
  .tuple(
    fc.array(fc.integer({ min: 30, max: 34 }).chain(nested), { minLength: 1, maxLength: 3 }),
    fc
      .constantFrom(0, 10, 14)
      .chain((n) => fc.integer({ min: 0, max: n }).map((x) => group(n, x, Math.floor(x / 2)))),
  )
  .map(([groups, rest]) => byField(Object.fromEntries(groups.map((one, i) => [`c${i}`, one])), rest));

test('no hidden count is narrowed to fewer than five values, and nothing more is withheld than that takes', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const codes = Object.keys(table.categories);
      const own = cellsOf(table, codes);
      const cells = complementRule(table, own);
      for (const indicator of table.indicators) {
        const printed = codes.filter((code) => cells[code]?.[indicator]?.status === 'published');
        if (printed.length > 0) expect(isNarrowed(table, cells, indicator)).toBe(false);
        const withheld = codes.filter(
          (code) => own[code]?.[indicator]?.status === 'published' && !printed.includes(code),
        );
        const last = withheld.toSorted((a, b) => categoryOf(table, a).n - categoryOf(table, b).n).at(-1);
        if (last === undefined) continue;
        // Without the last one it took, the reader could: for this indicator alone, those before it are done.
        const back = own[last]?.[indicator];
        if (back === undefined) throw new Error('expected a cell');
        const without = { ...cells, [last]: { ...cells[last], [indicator]: back } };
        expect(isNarrowed(table, beforeLater(table, own, without, indicator), indicator)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

/** The cells as they stood when an indicator had its turn: later, finer ones not yet looked at. */
function beforeLater(table: Partition, own: Cells, cells: Cells, indicator: string): Cells {
  const later = table.indicators.slice(table.indicators.indexOf(indicator) + 1);
  return Object.fromEntries(
    Object.entries(cells).map(([code, cell]) => [
      code,
      {
        ...cell,
        ...Object.fromEntries(Object.entries(own[code] ?? {}).filter(([name]) => later.includes(name))),
      },
    ]),
  );
}
