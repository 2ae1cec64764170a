import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impliedShare } from '../../../src/statistics/impliedShare.ts';

const LIMITS = [
  [0, 0],
  [1, 24],
  [25, 49],
  [50, 74],
  [75, 99],
  [100, 100],
] as const;

function bands(counts: readonly number[]) {
  return LIMITS.map(([lower, upper], i) => ({ n: counts[i] ?? 0, lower, upper }));
}

const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 });

describe('impliedShare', () => {
  it('finds 31.8 to 48.8 % in the protocol’s example', () => {
    const found = impliedShare(bands([18, 30, 14, 12, 16, 10]));
    expect(found?.n).toBe(100);
    expect(found?.lower).toBeCloseTo(0.318, 10);
    expect(found?.upper).toBeCloseTo(0.4878, 10);
  });

  it('is a point when all say none or all', () => {
    expect(impliedShare(bands([3, 0, 0, 0, 0, 1]))).toEqual({ n: 4, lower: 0.25, upper: 0.25 });
  });

  it('is null without answers', () => {
    expect(impliedShare([])).toBeNull();
    expect(impliedShare(bands([0, 0, 0, 0, 0, 0]))).toBeNull();
  });

  it.each([
    [{ n: -1, lower: 0, upper: 0 }, 'A band’s count must be a whole number, not -1.'],
    [{ n: 1.5, lower: 0, upper: 0 }, 'A band’s count must be a whole number, not 1.5.'],
    [{ n: 1, lower: 50, upper: 25 }, 'A band’s limits must be percents in order, not 50 to 25.'],
    [{ n: 1, lower: -1, upper: 25 }, 'not -1 to 25.'],
    [{ n: 1, lower: 0, upper: 101 }, 'not 0 to 101.'],
    [{ n: 1, lower: Number.NaN, upper: 101 }, 'not NaN to 101.'],
  ])('refuses %o', (band, sentence) => {
    expect(() => impliedShare([band])).toThrow(sentence);
  });

  it('stays in order and no wider than one band', () => {
    fc.assert(
      fc.property(counts, (chosen) => {
        const found = impliedShare(bands(chosen));
        fc.pre(found !== null);
        expect(found.lower >= 0 && found.lower <= found.upper && found.upper <= 1).toBe(true);
        expect(found.upper - found.lower).toBeLessThanOrEqual(0.24 + 1e-12);
      }),
    );
  });
});
