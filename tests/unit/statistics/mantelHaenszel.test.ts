import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszel, type Stratum } from '../../../src/statistics/mantelHaenszel.ts';

const count = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const strata = fc.array(fc.record({ a: count, b: count }), { minLength: 1, maxLength: 6 });
const swapped = (all: readonly Stratum[]) => all.map(({ a, b }) => ({ a: b, b: a }));

/** Deaths with tolbutamide and with placebo, by age (Rothman, Greenland, Lash 2008, table 15-1). */
const published = [
  { a: { x: 8, n: 106 }, b: { x: 5, n: 120 } },
  { a: { x: 22, n: 98 }, b: { x: 16, n: 85 } },
];
const Z_90 = 1.6448536269514722;

describe('mantelHaenszel', () => {
  it('gives the published difference and its limits at 90 %, as R’s metafor does', () => {
    const found = mantelHaenszel(published, Z_90);
    expect(found?.d).toBeCloseTo(0.0349, 4);
    expect(found?.lo).toBeCloseTo(-0.0176, 4);
    expect(found?.hi).toBeCloseTo(0.0874, 4);
    // 2 (1 − Φ(0.034900 / 0.031903))
    expect(found?.p).toBeCloseTo(0.27397, 4);
  });

  it('undoes a difference that only the mix of the strata makes', () => {
    // 60 % in one stratum and 20 % in the other on both sides; crude: 52 % against 28 %.
    const found = mantelHaenszel([
      { a: { x: 96, n: 160 }, b: { x: 24, n: 40 } },
      { a: { x: 8, n: 40 }, b: { x: 32, n: 160 } },
    ]);
    expect(found?.d).toBeCloseTo(0, 12);
    expect(found?.p).toBeCloseTo(1, 6);
  });

  it('is nothing without a stratum that has answers on both sides, and leaves out those that have not', () => {
    expect(mantelHaenszel([])).toBeNull();
    const onlyA = { a: { x: 3, n: 9 }, b: { x: 0, n: 0 } };
    expect(mantelHaenszel([onlyA])).toBeNull();
    expect(mantelHaenszel([...published, onlyA])).toEqual(mantelHaenszel(published));
  });

  it('refuses impossible counts', () => {
    expect(() => mantelHaenszel([{ a: { x: 3, n: 2 }, b: { x: 0, n: 1 } }])).toThrow('not 3 of 2');
  });

  it('turns over with its sides, and lies between the differences of its strata', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const there = mantelHaenszel(all);
        const back = mantelHaenszel(swapped(all));
        if (there === null || back === null) throw new Error('expected a difference');
        expect(there.d).toBeCloseTo(-back.d, 12);
        expect(there.lo).toBeCloseTo(-back.hi, 9);
        expect(there.p).toBeCloseTo(back.p, 9);
        const own = all.map(({ a, b }) => a.x / a.n - b.x / b.n);
        expect(there.d).toBeGreaterThanOrEqual(Math.min(...own) - 1e-12);
        expect(there.d).toBeLessThanOrEqual(Math.max(...own) + 1e-12);
      }),
    );
  });

  it('leaves out 0 exactly where its p is below 5 %', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = mantelHaenszel(all);
        if (found === null) throw new Error('expected a difference');
        fc.pre(Math.abs(found.p - 0.05) > 1e-6);
        expect(found.lo > 0 || found.hi < 0).toBe(found.p < 0.05);
      }),
    );
  });
});
