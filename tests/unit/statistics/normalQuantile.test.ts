import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/statistics/normalQuantile.ts';
import { Z_95 } from '../../../src/statistics/wilson.ts';

describe('normalQuantile', () => {
  // From Python’s statistics.NormalDist().inv_cdf; every region of the approximation and both sides of its seams.
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798405],
    [1e-12, -7.034483825301132],
    [1e-11, -6.706023155495136],
    [1e-9, -5.9978070150076865],
    [1e-6, -4.753424308822899],
    [0.001, -3.090232306167813],
    [0.01, -2.3263478740408408],
    [0.025, -1.9599639845400538],
    [0.05, -1.6448536269514726],
    [0.074, -1.4466320671589785],
    [0.075, -1.4395314709384557],
    [0.0751, -1.4388253927525398],
    [0.1, -1.2815515655446008],
    [0.3, -0.5244005127080407],
    [0.5, 0],
    [0.7, 0.5244005127080407],
    [0.9, 1.2815515655446008],
    [0.95, 1.6448536269514715],
    [0.999, 3.090232306167813],
    [0.999999999, 5.997807019601638],
  ])('of %f is %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });

  it('is the z of a single range', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(Z_95, 14);
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %f', (p) => {
    expect(() => normalQuantile(p)).toThrow(`A probability must lie between 0 and 1, not at ${p}.`);
  });

  it('is symmetric and rises', () => {
    const probability = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(probability, probability, (p, other) => {
        // 1 − p itself is rounded, by at most half a unit in the last place of 1.
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8);
        fc.pre(other - p > 1e-9);
        expect(normalQuantile(p)).toBeLessThan(normalQuantile(other));
      }),
    );
  });
});
