import { describe, expect, it } from 'vitest';
import { bonferroniZ } from '../../../src/statistics/bonferroniZ.ts';
import { Z_95 } from '../../../src/statistics/wilson.ts';

/** For m = 1 to 20, from Python’s statistics.NormalDist().inv_cdf(0.05 / (2 * m)). */
const byComparisons = [
  1.9599639845400538, 2.2414027276049446, 2.393979799818509, 2.4977054744123723, 2.5758293035489,
  2.63825727347675, 2.6901095271588646, 2.7343687865331816, 2.7729212946086608, 2.8070337683438042,
  2.8375969129437926, 2.8652602385321324, 2.890511560691738, 2.9137263183343376, 2.9351994688667054,
  2.955166847497838, 2.9738199012203106, 2.991316115183779, 3.0077865564732527, 3.023341439739147,
];

describe('bonferroniZ', () => {
  it.each([
    [1, 1.959964],
    [3, 2.39398],
    [5, 2.575829],
    [6, 2.638257],
    [10, 2.807034],
    [15, 2.935199],
    [20, 3.023341],
  ])('for %i comparisons is the protocol’s %f', (m, z) => {
    expect(bonferroniZ(m)).toBeCloseTo(z, 6);
  });

  it.each(byComparisons.map((z, i) => [i + 1, z] as const))('for %i comparisons is %f', (m, z) => {
    expect(bonferroniZ(m)).toBeCloseTo(z, 12);
  });

  it('for one comparison is the z of every other range', () => {
    expect(bonferroniZ(1)).toBeCloseTo(Z_95, 14);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %f comparisons', (m) => {
    expect(() => bonferroniZ(m)).toThrow('The number of comparisons must be a whole number from 1');
  });
});
