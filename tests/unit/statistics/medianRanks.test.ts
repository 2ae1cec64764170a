import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianRanks } from '../../../src/statistics/medianRanks.ts';

/** The same in whole numbers of any length: j, from 40 · Σ C(n, k) ≤ 2ⁿ. */
function exactLower(n: number): number {
  let term = 1n;
  let sum = 0n;
  let j = 0;
  while (40n * (sum + term) <= 1n << BigInt(n)) {
    sum += term;
    j += 1;
    term = (term * BigInt(n - j + 1)) / BigInt(j);
  }
  return j;
}

describe('medianRanks', () => {
  it.each([
    [6, 1, 6, 0.96875],
    [8, 1, 8, 0.992188],
    [10, 2, 9, 0.978516],
    [15, 4, 12, 0.964844],
    [20, 6, 15, 0.958611],
    [25, 8, 18, 0.956715],
    [30, 10, 21, 0.957226],
    [40, 14, 27, 0.961523],
    [50, 18, 33, 0.967161],
    [84, 33, 52, 0.96247],
    [100, 40, 61, 0.9648],
    [200, 86, 115, 0.959963],
  ])('of %i values are %i and %i, with probability %f', (n, lower, upper, coverage) => {
    const found = medianRanks(n);
    expect(found).toMatchObject({ lower, upper });
    expect(found?.coverage).toBeCloseTo(coverage, 6);
  });

  it.each([
    [500, 228, 273],
    [1000, 469, 532],
  ])('of %i values are %i and %i', (n, lower, upper) => {
    expect(medianRanks(n)).toMatchObject({ lower, upper });
  });

  it.each([0, 1, 2, 3, 4, 5])('do not exist for %i values', (n) => {
    expect(medianRanks(n)).toBeNull();
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %f values', (n) => {
    expect(() => medianRanks(n)).toThrow('The number of values must be a whole number from 0');
  });

  it('are those of exact arithmetic, also where 2⁻ⁿ is no longer a number', () => {
    for (let n = 0; n <= 400; n += 1) expect(medianRanks(n)?.lower ?? 0).toBe(exactLower(n));
    for (const n of [1074, 1075, 1999, 2000, 5001]) expect(medianRanks(n)?.lower).toBe(exactLower(n));
  });

  it('mirror each other, cover at least 95 % and tighten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 100_000 }), (n) => {
        const found = medianRanks(n);
        if (found === null) throw new Error('expected ranks');
        const { lower, upper, coverage } = found;
        expect(lower + upper).toBe(n + 1);
        expect(lower).toBeLessThan(upper);
        expect(coverage).toBeGreaterThanOrEqual(0.95);
        expect(coverage).toBeLessThan(1);
        const four = medianRanks(4 * n);
        if (four === null) throw new Error('expected ranks');
        expect((four.upper - four.lower) / (4 * n)).toBeLessThan((upper - lower) / n);
      }),
      { numRuns: 50 },
    );
  });

  it('are quick for five million', () => {
    expect(medianRanks(5_000_000)).toMatchObject({ lower: 2_497_809, upper: 2_502_192 });
  });
});
