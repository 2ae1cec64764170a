import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellRule } from '../../../../src/release/disclosure/cellRule.ts';
import { complementRule, type Cells } from '../../../../src/release/disclosure/complementRule.ts';
import { categoryOf, type Partition } from '../../../../src/release/disclosure/partition.ts';
import { byIndustry, group } from './groups.ts';

const cellsOf = (partition: Partition, shown: readonly string[]): Cells =>
  Object.fromEntries(
    shown.map((code) => [code, cellRule(partition.indicators, categoryOf(partition, code))] as const),
  );
const told = { indicators: ['told'] };
const statuses = (cells: Cells) =>
  Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, cell.told?.status]));
const run = (partition: Partition, shown: readonly string[]) =>
  statuses(complementRule(partition, cellsOf(partition, shown)));

test('one hidden count with nobody left over would be total − printed, so the smallest other is withheld', () => {
  const table = byIndustry(
    { tech: group(90, 40), health: group(40, 2), retail: group(50, 20) },
    group(0),
    told,
  );
  expect(run(table, ['tech', 'health', 'retail'])).toEqual({
    tech: 'published',
    health: 'small_cell',
    retail: 'withheld',
  });
});

test('people left over hide it, when enough of them could have said so', () => {
  const rest = (n: number, yes: number) =>
    byIndustry({ tech: group(90, 40), health: group(40, 2) }, group(n, yes), told);
  expect(run(rest(12, 4), ['tech', 'health'])).toMatchObject({ tech: 'published' });
  // Three yeses are left in all: “fewer than 5” of health could only be up to 3.
  expect(run(rest(12, 1), ['tech', 'health'])).toMatchObject({ tech: 'withheld' });
  // Everybody left over said yes: all but two of the yeses are theirs, and that can be worked out.
  expect(run(rest(12, 12), ['tech', 'health'])).toMatchObject({ tech: 'withheld' });
  expect(run(rest(12, 10), ['tech', 'health'])).toMatchObject({ tech: 'published' });
});

test('a count near the top is hidden as well as one near the bottom', () => {
  const table = byIndustry({ tech: group(90, 40), health: group(40, 38) }, group(0), told);
  expect(run(table, ['tech', 'health'])).toEqual({ tech: 'withheld', health: 'small_cell' });
});

test('groups that are not shown count among those left over', () => {
  const table = byIndustry(
    { tech: group(90, 40), health: group(40, 2), farming: group(20, 8) },
    group(0),
    told,
  );
  expect(run(table, ['tech', 'health'])).toEqual({ tech: 'published', health: 'small_cell' });
});

test('a finer indicator dropped for being near is not given back either', () => {
  const table = byIndustry({ tech: group(90, 40, 20), health: group(40, 20, 18) }, group(0));
  const cells = complementRule(table, cellsOf(table, ['tech', 'health']));
  expect(cells.health).toEqual({ told: { status: 'published', x: 20 }, reason: { status: 'withheld' } });
  expect(cells.tech).toEqual({ told: { status: 'published', x: 40 }, reason: { status: 'withheld' } });
});

test('what hides nothing stays as it is', () => {
  const table = byIndustry({ tech: group(90, 40), health: group(40, 20) }, group(0), told);
  expect(run(table, ['tech', 'health'])).toEqual({ tech: 'published', health: 'published' });
  expect(run(byIndustry({ tech: group(30, 0) }, group(0), told), ['tech'])).toEqual({ tech: 'small_cell' });
});

/** Every way the hidden counts of one indicator could be, from the words printed: the reader’s own puzzle, by brute force. */
function possible(partition: Partition, cells: Cells): Map<string, Set<number>> {
  const codes = Object.keys(cells);
  const total =
    Object.values(partition.categories).reduce((sum, { x }) => sum + (x.told ?? 0), 0) +
    (partition.rest.x.told ?? 0);
  const found = new Map(codes.map((code) => [code, new Set<number>()]));
  const options = codes.map((code) => {
    const { n } = categoryOf(partition, code);
    const cell = cells[code]?.told;
    const all = Array.from({ length: n + 1 }, (_, x) => x);
    if (cell?.status === 'published') return [cell.x];
    if (cell?.status === 'small_cell') return all.filter((x) => (cell.bound === 'low' ? x < 5 : x > n - 5));
    return all.filter((x) => x >= 5 && x <= n - 5);
  });
  const walk = (at: number, chosen: readonly number[], left: number): void => {
    if (left < 0) return;
    if (at === codes.length) {
      if (left <= partition.rest.n) codes.forEach((code, i) => found.get(code)?.add(chosen[i] ?? -1));
      return;
    }
    for (const x of options[at] ?? []) walk(at + 1, [...chosen, x], left - x);
  };
  walk(0, [], total);
  return found;
}

test('no hidden count has fewer than five possible values, unless the total alone says so', () => {
  const one = fc
    .integer({ min: 30, max: 36 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  const rest = fc
    .constantFrom(0, 10, 14)
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 3 }), rest, (groups, [left, leftYes]) => {
      const codes = groups.map((_, i) => `c${i}`);
      const table = byIndustry(
        Object.fromEntries(groups.map(([n, x], i) => [`c${i}`, group(n, x)])),
        group(left, leftYes),
        told,
      );
      const cells = complementRule(table, cellsOf(table, codes));
      const anyPrinted = codes.some((code) => cells[code]?.told?.status === 'published');
      const values = possible(table, cells);
      for (const code of codes) {
        if (cells[code]?.told?.status === 'published' || !anyPrinted) continue;
        expect(values.get(code)?.size).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 150 },
  );
});
