import { describe, expect, it } from 'vitest';
import { isWideRange, WIDE_RANGE } from '../../../src/statistics/precision.ts';
import { wilson } from '../../../src/statistics/wilson.ts';

describe('precision', () => {
  it.each([
    [15, 30, true],
    [20, 40, false],
    [2, 30, false],
    [5, 200, false],
    [19, 38, true],
    [19, 39, false],
  ])('%i of %i has a wide range: %s', (x, n, wide) => {
    const found = wilson(x, n);
    if (found === null) throw new Error('expected a range');
    expect(isWideRange(found)).toBe(wide);
  });

  it('counts exactly thirty points as wide', () => {
    expect(isWideRange({ lo: 0, hi: WIDE_RANGE })).toBe(true);
  });
});
