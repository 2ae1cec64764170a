import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../../src/statistics/median.ts';

const codes = ['d2', 'd7', 'd14', 'd30', 'd45', 'd90', 'gt90'];
const bands = (...counts: number[]) => counts.map((n, i) => ({ value: codes[i] ?? '', n }));

describe('median', () => {
  it('is 8 to 14 days in the protocol’s example, between ranks 33 and 52', () => {
    const found = median(bands(9, 21, 19, 17, 8, 6, 4));
    expect(found).toMatchObject({ n: 84, value: 'd14', range: { lo: 'd14', hi: 'd30' } });
    expect(found?.range?.coverage).toBeCloseTo(0.96247, 6);
  });

  it('of an even number is the upper of the middle two', () => {
    expect(median(bands(3, 3))?.value).toBe('d7');
    expect(median(bands(4, 3))?.value).toBe('d2');
  });

  it('skips empty classes', () => {
    expect(median(bands(0, 0, 1, 0))).toEqual({ n: 1, value: 'd14', range: null });
  });

  it('has no range under six', () => {
    expect(median(bands(5))).toEqual({ n: 5, value: 'd2', range: null });
    expect(median(bands(6))?.range).toEqual({ lo: 'd2', hi: 'd2', coverage: 0.96875 });
  });

  it('of hours is a whole number that was given', () => {
    expect(
      median([
        { value: 0, n: 2 },
        { value: 5, n: 3 },
        { value: 40, n: 2 },
      ]),
    ).toMatchObject({
      value: 5,
      range: { lo: 0, hi: 40 },
    });
  });

  it('is null without answers', () => {
    expect(median([])).toBeNull();
    expect(median(bands(0, 0))).toBeNull();
  });

  it.each([-1, 0.5, Number.NaN])('refuses a class of %f', (n) => {
    expect(() =>
      median([
        { value: 1, n: 9 },
        { value: 2, n },
      ]),
    ).toThrow(`A class’s count must be a whole number, not ${n}.`);
  });

  it('agrees with sorting all the values', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (chosen) => {
        const row = chosen.flatMap((n, i) => Array.from({ length: n }, () => i));
        const found = median(chosen.map((n, value) => ({ value, n })));
        expect(found?.value).toBe(row[Math.floor(row.length / 2)]);
        if (!found?.range) return;
        const { lo, hi } = found.range;
        expect(lo <= found.value && found.value <= hi).toBe(true);
        // Less than half of the values lie outside the range on either side.
        expect(row.filter((value) => value < lo).length).toBeLessThan(row.length / 2);
        expect(row.filter((value) => value > hi).length).toBeLessThan(row.length / 2);
      }),
    );
  });
});
