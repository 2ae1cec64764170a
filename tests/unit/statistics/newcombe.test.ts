import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../../src/statistics/newcombe.ts';

const count = fc
  .integer({ min: 1, max: 10_000 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('newcombe', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
    [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
    [6, 7, 2, 7, 0.571429, 0.058228, 0.80625],
    [5, 56, 0, 29, 0.089286, -0.038137, 0.19256],
    [0, 10, 0, 20, 0, -0.161125, 0.277533],
    [0, 10, 0, 10, 0, -0.277533, 0.277533],
    [10, 10, 0, 20, 1, 0.679086, 1],
    [10, 10, 0, 10, 1, 0.607509, 1],
    [45, 120, 66, 110, -0.225, -0.343962, -0.095806],
    [150, 500, 100, 500, 0.1, 0.046389, 0.152897],
  ])('%i/%i less %i/%i is %f, from %f to %f', (x1, n1, x2, n2, d, lo, hi) => {
    const found = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 });
    expect(found?.d).toBeCloseTo(d, 6);
    expect(found?.lo).toBeCloseTo(lo, 6);
    expect(found?.hi).toBeCloseTo(hi, 6);
  });

  it('is null when one side has no answers', () => {
    expect(newcombe({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
    expect(newcombe({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
  });

  it('refuses impossible counts', () => {
    expect(() => newcombe({ x: 3, n: 2 }, { x: 1, n: 2 })).toThrow(RangeError);
  });

  it('turns over with its sides', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const there = newcombe(a, b);
        const back = newcombe(b, a);
        expect(there?.d).toBeCloseTo(-(back?.d ?? Number.NaN), 12);
        expect(there?.lo).toBeCloseTo(-(back?.hi ?? Number.NaN), 12);
      }),
    );
  });

  it('holds its difference and stays between −1 and 1', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const found = newcombe(a, b);
        if (found === null) throw new Error('expected a range');
        // One unit in the last place is floating point, not statistics.
        const ulp = Number.EPSILON;
        expect(found.lo).toBeGreaterThanOrEqual(-1 - ulp);
        expect(found.hi).toBeLessThanOrEqual(1 + ulp);
        expect(found.lo <= found.d && found.d <= found.hi).toBe(true);
      }),
    );
  });
});
