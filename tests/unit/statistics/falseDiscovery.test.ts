import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseDiscovery } from '../../../src/statistics/falseDiscovery.ts';

/** The example of Benjamini and Hochberg 1995, section 3.1, in its order. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('falseDiscovery', () => {
  it('declares four of the fifteen published comparisons at 5 %, where Bonferroni’s rule declares three', () => {
    const found = falseDiscovery(published);
    expect(found.filter(({ adjusted }) => adjusted <= 0.05)).toHaveLength(4);
    expect(published.filter((p) => p <= 0.05 / published.length)).toHaveLength(3);
    expect(found.map(({ rank }) => rank)).toEqual(published.map((_, i) => i + 1));
    [0.0015, 0.003, 0.0095, 0.035625, 0.0603].forEach((adjusted, i) => {
      expect(found[i]?.adjusted).toBeCloseTo(adjusted, 12);
    });
    expect(found.at(-1)?.adjusted).toBe(1);
  });

  it('declares as the step-up rule reads: the largest k with p(k) ≤ k·q/m, and all below it', () => {
    fc.assert(
      fc.property(ps, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (values, q) => {
        const sorted = values.toSorted((a, b) => a - b);
        // A hair either way is floating point: p·m/k and k·q/m round differently.
        const largest = sorted.findLastIndex((p, i) => p * values.length <= (i + 1) * q * (1 + 1e-12)) + 1;
        const declared = falseDiscovery(values).filter(({ adjusted }) => adjusted <= q * (1 + 1e-12)).length;
        expect(declared).toBe(largest);
      }),
    );
  });

  it('never adjusts below the p itself, nor against its order, and gives each a rank of its own', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const found = falseDiscovery(values);
        expect(found.map(({ rank }) => rank).toSorted((a, b) => a - b)).toEqual(values.map((_, i) => i + 1));
        found.forEach(({ adjusted }, i) => {
          expect(adjusted).toBeGreaterThanOrEqual(values[i] ?? 2);
        });
        const byRank = found.toSorted((one, other) => one.rank - other.rank);
        byRank.slice(1).forEach(({ adjusted }, i) => {
          expect(adjusted).toBeGreaterThanOrEqual(byRank[i]?.adjusted ?? 2);
        });
      }),
    );
  });

  it('refuses what is no probability', () => {
    expect(() => falseDiscovery([0.1, 1.1])).toThrow('between 0 and 1, not at 1.1');
    expect(() => falseDiscovery([Number.NaN])).toThrow(RangeError);
  });
});
