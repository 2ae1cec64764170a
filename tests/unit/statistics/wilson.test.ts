import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson, wilsonEnds, Z_95 } from '../../../src/statistics/wilson.ts';

const xAndN = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

function range(x: number, n: number) {
  const found = wilson(x, n);
  if (found === null) throw new Error('expected a range');
  return found;
}

describe('wilson', () => {
  it('uses the exact quantile', () => {
    expect(Z_95).toBe(1.959963984540054);
  });

  it.each([
    [3, 10, 0.107791, 0.603222],
    [0, 20, 0, 0.161125],
    [50, 100, 0.403832, 0.596168],
    [812, 1000, 0.786607, 0.835005],
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [1, 29, 0.006113, 0.171755],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
    [5, 5, 0.565518, 1],
    [1, 1, 0.206549, 1],
    [9, 30, 0.166647, 0.478758],
    [1, 30, 0.005909, 0.166704],
    [29, 30, 0.833296, 0.994091],
    [100, 400, 0.210079, 0.294677],
    [30, 180, 0.119312, 0.227952],
    [49, 180, 0.212465, 0.341499],
    [74, 180, 0.341819, 0.484118],
    [66, 90, 0.633802, 0.813762],
  ])('%i of %i runs from %f to %f', (x, n, lo, hi) => {
    const found = range(x, n);
    expect(found.lo).toBeCloseTo(lo, 6);
    expect(found.hi).toBeCloseTo(hi, 6);
    expect(found.share).toBe(x / n);
  });

  it('would differ with 1.96', () => {
    expect(wilsonEnds(0.3, 10, 1.96).lo).toBeCloseTo(0.107789, 6);
    expect(wilsonEnds(0.3, 10, 1.96).hi).toBeCloseTo(0.603227, 6);
  });

  it('is exact at the edges', () => {
    for (let n = 1; n <= 500; n += 1) {
      expect(range(0, n).lo).toBe(0);
      expect(range(n, n).hi).toBe(1);
    }
  });

  it('is null for n = 0', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it.each([
    [-1, 10],
    [11, 10],
    [1.5, 10],
    [1, 2.5],
    [Number.NaN, 10],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %f of %f', (x, n) => {
    expect(() => wilson(x, n)).toThrow(`needs whole numbers with 0 ≤ x ≤ n, not ${x} of ${n}.`);
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(xAndN, ([x, n]) => {
        expect(range(x, n).lo).toBeCloseTo(1 - range(n - x, n).hi, 12);
      }),
    );
  });

  it('holds its share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(xAndN, ([x, n]) => {
        const { share, lo, hi } = range(x, n);
        expect(lo >= 0 && lo <= share && share <= hi && hi <= 1).toBe(true);
      }),
    );
  });

  it('rises with x', () => {
    fc.assert(
      fc.property(xAndN, ([x, n]) => {
        fc.pre(x < n);
        expect(range(x + 1, n).lo).toBeGreaterThan(range(x, n).lo);
        expect(range(x + 1, n).hi).toBeGreaterThan(range(x, n).hi);
      }),
    );
  });

  it('narrows as the same share is seen among more', () => {
    fc.assert(
      fc.property(xAndN, fc.integer({ min: 2, max: 50 }), ([x, n], times) => {
        const few = range(x, n);
        const many = range(x * times, n * times);
        expect(many.hi - many.lo).toBeLessThan(few.hi - few.lo);
      }),
    );
  });
});
