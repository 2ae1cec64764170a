import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MUCH_MISSING, worstCase } from '../../../src/statistics/worstCase.ts';

const count = fc.integer({ min: 0, max: 10_000 });

describe('worstCase', () => {
  it('runs from 66 to 76 % in the protocol’s example', () => {
    expect(worstCase(66, 24, 10)).toEqual({
      asked: 100,
      missing: 10,
      lower: 0.66,
      upper: 0.76,
      mustShow: false,
    });
  });

  it('must be shown above a tenth missing, and not at a tenth', () => {
    expect(MUCH_MISSING).toBe(0.1);
    expect(worstCase(66, 23, 11)?.mustShow).toBe(true);
    expect(worstCase(66, 25, 9)?.mustShow).toBe(false);
    expect(worstCase(0, 27, 3)?.mustShow).toBe(false);
  });

  it('is 0 to 1 when all are missing', () => {
    expect(worstCase(0, 0, 5)).toEqual({ asked: 5, missing: 5, lower: 0, upper: 1, mustShow: true });
  });

  it('is null when no one was asked', () => {
    expect(worstCase(0, 0, 0)).toBeNull();
  });

  it.each([
    [-1, 2, 3],
    [1, 2.5, 3],
    [1, 2, Number.NaN],
    [1, Number.POSITIVE_INFINITY, 3],
  ])('refuses %f, %f and %f', (yes, no, missing) => {
    expect(() => worstCase(yes, no, missing)).toThrow('A count of answers must be a whole number from 0');
  });

  it('holds the share of the valid answers, is as wide as what is missing, and a point without it', () => {
    fc.assert(
      fc.property(count, count, count, (yes, no, missing) => {
        fc.pre(yes + no > 0);
        const found = worstCase(yes, no, missing);
        if (found === null) throw new Error('expected bounds');
        const share = yes / (yes + no);
        expect(found.lower).toBeLessThanOrEqual(share);
        expect(found.upper).toBeGreaterThanOrEqual(share);
        expect(found.upper - found.lower).toBeCloseTo(missing / found.asked, 12);
      }),
    );
  });
});
