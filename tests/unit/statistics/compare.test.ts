import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/statistics/compare.ts';

const count = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const comparisons = fc.integer({ min: 1, max: 40 });

describe('compare', () => {
  it.each([
    [56, 70, 48, 80, 1, 0.052431, 0.333873, 'a'],
    [56, 70, 48, 80, 10, -0.012167, 0.385487, null],
    [45, 120, 66, 110, 1, -0.343962, -0.095806, 'b'],
    [45, 120, 66, 110, 10, -0.389746, -0.039954, 'b'],
    [0, 10, 0, 10, 1, -0.277533, 0.277533, null],
  ])('%i/%i and %i/%i among %i comparisons: %f to %f, higher: %s', (x1, n1, x2, n2, m, lo, hi, higher) => {
    const found = compare({ x: x1, n: n1 }, { x: x2, n: n2 }, m);
    expect(found?.lo).toBeCloseTo(lo, 6);
    expect(found?.hi).toBeCloseTo(hi, 6);
    expect(found?.higher).toBe(higher);
    expect(found?.d).toBeCloseTo(x1 / n1 - x2 / n2, 12);
  });

  it('is null when one side has no answers', () => {
    expect(compare({ x: 0, n: 0 }, { x: 1, n: 2 }, 3)).toBeNull();
  });

  it('refuses what cannot be', () => {
    expect(() => compare({ x: 3, n: 2 }, { x: 1, n: 2 }, 1)).toThrow(RangeError);
    expect(() => compare({ x: 1, n: 2 }, { x: 1, n: 2 }, 0)).toThrow(RangeError);
  });

  it('turns over with its sides', () => {
    const other = { a: 'b', b: 'a' } as const;
    fc.assert(
      fc.property(count, count, comparisons, (a, b, m) => {
        const there = compare(a, b, m)?.higher ?? null;
        expect(compare(b, a, m)?.higher ?? null).toBe(there === null ? null : other[there]);
      }),
    );
  });

  it('never says more when more comparisons were made, nor against the shares', () => {
    fc.assert(
      fc.property(count, count, comparisons, (a, b, m) => {
        const few = compare(a, b, m);
        const many = compare(a, b, m + 1);
        if (few === null || many === null) throw new Error('expected a range');
        expect(many.hi - many.lo).toBeGreaterThan(few.hi - few.lo);
        if (many.higher !== null) expect(few.higher).toBe(many.higher);
        if (few.higher === 'a') expect(few.d).toBeGreaterThan(0);
        if (few.higher === 'b') expect(few.d).toBeLessThan(0);
      }),
    );
  });
});
