import { describe, expect, it } from 'vitest';
import { imbensManskiZ } from '../../../src/statistics/imbensManskiZ.ts';

describe('imbensManskiZ', () => {
  it.each([
    // Computed with scipy.optimize.brentq over scipy.stats.norm.cdf.
    [0, 1.9599639845400547],
    [0.1, 1.9124115485841247],
    [0.5, 1.7697128473565422],
    [1, 1.6814774423281535],
    [1.5, 1.65274596656947],
    [2, 1.64614554821531],
    [3, 1.6448701244045336],
    [5, 1.6448536270986176],
    [10, 1.644853626951472],
    [Infinity, 1.644853626951472],
  ])('solves the equation for ends %f standard errors apart', (distance, z) => {
    expect(imbensManskiZ(distance)).toBeCloseTo(z, 12);
  });

  it('falls as the ends come apart', () => {
    const values = Array.from({ length: 50 }, (_, i) => imbensManskiZ(i / 10));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it.each([-0.1, Number.NaN])('refuses a distance of %f', (distance) => {
    expect(() => imbensManskiZ(distance)).toThrow(`A distance must be a number from 0, not ${distance}.`);
  });
});
