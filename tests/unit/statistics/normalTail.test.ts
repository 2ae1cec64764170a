import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/statistics/normalQuantile.ts';
import { normalTail } from '../../../src/statistics/normalTail.ts';

describe('normalTail', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300957],
    [6, 9.865876450376946e-10],
    [30, 4.906713927148187e-198],
    [40, 0],
  ])('above %f lies %f', (z, p) => {
    expect(normalTail(z)).toBeCloseTo(p, 12);
    if (p > 0) expect(normalTail(z) / p).toBeCloseTo(1, 10);
  });

  it('is the inverse of normalQuantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-250, max: 0.5, noNaN: true }), (p) => {
        expect(normalTail(-normalQuantile(p)) / p).toBeCloseTo(1, 9);
      }),
    );
  });

  it('refuses a negative z', () => {
    expect(() => normalTail(-1)).toThrow(RangeError);
  });
});
