import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellRule } from '../../../../src/release/disclosure/cellRule.ts';
import { MINIMUM_CELL } from '../../../../src/release/disclosure/thresholds.ts';
import { group } from './groups.ts';

const chain = ['told', 'reason'];
const low = { status: 'small_cell', bound: 'low' };
const high = { status: 'small_cell', bound: 'high' };
const withheld = { status: 'withheld' };
const x = (count: number) => ({ status: 'published', x: count });

test.each([
  [0, low],
  [4, low],
  [5, x(5)],
  [35, x(35)],
  [36, high],
  [40, high],
])('P5 of %i among 40 prints %o', (count, printed) => {
  expect(cellRule(['told'], group(40, count))).toEqual({ told: printed });
});

test.each([
  [20, 20, x(20), x(20)],
  [20, 19, x(20), withheld],
  [20, 16, x(20), withheld],
  [20, 15, x(20), x(15)],
  [8, 5, x(8), withheld],
  [8, 4, x(8), low],
  [4, 2, low, low],
  [37, 35, high, withheld],
  [40, 35, high, x(35)],
  [40, 40, high, high],
])('P5 of told %i and a reason %i among 40 prints %o and %o', (told, reason, first, second) => {
  expect(cellRule(chain, group(40, told, reason))).toEqual({ told: first, reason: second });
});

test('P5 measures from the nearest indicator that is printed', () => {
  const three = (...counts: number[]) => {
    const [told = 0, generic = 0, specific = 0] = counts;
    return cellRule(['told', 'generic', 'specific'], { n: 60, x: { told, generic, specific }, added: {} });
  };
  expect(three(30, 27, 24)).toEqual({ told: x(30), generic: withheld, specific: x(24) });
  expect(three(30, 27, 26)).toEqual({ told: x(30), generic: withheld, specific: withheld });
  expect(three(30, 20, 18)).toEqual({ told: x(30), generic: x(20), specific: withheld });
  expect(three(30, 20, 10)).toEqual({ told: x(30), generic: x(20), specific: x(10) });
});

test('P5 refuses to take a missing count for none', () => {
  expect(() => cellRule(['ghost'], group(40))).toThrow('ghost');
});

test('P5 never prints fewer than five on either side, nor between two', () => {
  const nested = fc
    .integer({ min: 30, max: 200 })
    .chain((n) =>
      fc.tuple(fc.constant(n), fc.array(fc.integer({ min: 0, max: n }), { minLength: 1, maxLength: 4 })),
    );
  fc.assert(
    fc.property(nested, ([n, counts]) => {
      const sorted = counts.toSorted((a, b) => b - a);
      const names = sorted.map((_, i) => `i${i}`);
      const cells = cellRule(names, {
        n,
        x: Object.fromEntries(sorted.map((count, i) => [`i${i}`, count])),
        added: {},
      });
      const printed = names.flatMap((name) => {
        const cell = cells[name];
        return cell?.status === 'published' ? [cell.x] : [];
      });
      for (const [i, count] of printed.entries()) {
        expect(count >= MINIMUM_CELL && count <= n - MINIMUM_CELL).toBe(true);
        for (const other of printed.slice(0, i))
          expect(other - count === 0 || other - count >= MINIMUM_CELL).toBe(true);
      }
    }),
  );
});
