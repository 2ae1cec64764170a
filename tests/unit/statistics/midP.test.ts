import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midP } from '../../../src/statistics/midP.ts';

const upTo = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const count = upTo(3000);

/** “n choose k”, exactly. */
function choose(n: number, k: number): bigint {
  let found = 1n;
  for (let i = 1; i <= k; i += 1) found = (found * BigInt(n - k + i)) / BigInt(i);
  return found;
}

type Count = Parameters<typeof midP>[0];

/** The definition, in whole numbers: every way to share out the yeses, counted. */
function enumerated(a: Count, b: Count): number {
  const yes = a.x + b.x;
  const ways = (k: number): bigint => (k > yes || yes - k > b.n ? 0n : choose(a.n, k) * choose(b.n, yes - k));
  let [below, above] = [0n, 0n];
  for (let k = 0; k <= Math.min(a.n, yes); k += 1) {
    if (k < a.x) below += ways(k);
    if (k > a.x) above += ways(k);
  }
  const tail = 2n * (below < above ? below : above) + ways(a.x);
  const precise = 10n ** 18n;
  return Math.min(1, Number((tail * precise) / choose(a.n + b.n, yes)) / Number(precise));
}

describe('midP', () => {
  // The first two as R’s epitools prints them for ormidp.test (Rothman 2002, p. 243; Jewell 2004, p. 79): cases are the
  // exposed 12 of 14 and 347 of 902. The third is Fisher’s tea, 2 · (1 + 16/2) / 70 (Agresti 2013, 3.5).
  it.each([
    [12, 14, 7, 16, 0.02332167],
    [347, 902, 20, 108, 2.335156e-5],
    [3, 4, 1, 4, 18 / 70],
  ])('%i of %i and %i of %i: %f', (x1, n1, x2, n2, p) => {
    const found = midP({ x: x1, n: n1 }, { x: x2, n: n2 });
    expect(found / p).toBeCloseTo(1, 6);
  });

  it('is what counting every way to share out the yeses gives', () => {
    fc.assert(
      fc.property(upTo(60), upTo(60), (a, b) => {
        expect(midP(a, b)).toBeCloseTo(enumerated(a, b), 12);
      }),
      { numRuns: 400 },
    );
  });

  it('is 1 where nothing could be seen', () => {
    expect(midP({ x: 0, n: 0 }, { x: 3, n: 9 })).toBe(1);
    expect(midP({ x: 0, n: 30 }, { x: 0, n: 40 })).toBe(1);
    expect(midP({ x: 30, n: 30 }, { x: 40, n: 40 })).toBe(1);
    expect(midP({ x: 50, n: 100 }, { x: 50, n: 100 })).toBe(1);
  });

  it('refuses impossible counts', () => {
    expect(() => midP({ x: 3, n: 2 }, { x: 1, n: 2 })).toThrow('0 ≤ x ≤ n, not 3 of 2');
    expect(() => midP({ x: 1, n: 2 }, { x: 0.5, n: 2 })).toThrow(RangeError);
  });

  it('is the same for the sides exchanged, and for the noes instead of the yeses', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const p = midP(a, b);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        const near = (other: number) => {
          expect(Math.abs(other - p)).toBeLessThan(1e-11 + 1e-9 * p);
        };
        near(midP(b, a));
        near(midP({ x: a.n - a.x, n: a.n }, { x: b.n - b.x, n: b.n }));
      }),
    );
  });

  it('falls as the difference grows, all yeses together remaining the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 800 }), fc.integer({ min: 1, max: 4 }), (n, step) => {
        const at = (further: number) => {
          const half = Math.floor(n / 2);
          return midP({ x: half + further, n }, { x: half - further, n });
        };
        expect(at(step)).toBeLessThan(at(step - 1));
      }),
    );
  });

  it('holds for a million answers a side: there it is the normal tail of the difference', () => {
    const n = 1_000_000;
    // z = 3 with a pooled standard error of √(2 · ¼ / n).
    const apart = Math.round((3 * Math.sqrt(n / 2)) / 2);
    const p = midP({ x: n / 2 + apart, n }, { x: n / 2 - apart, n });
    expect(p / 0.0026998).toBeCloseTo(1, 2);
  });

  it('is no larger than nothing, and no smaller, for what no double can hold', () => {
    expect(midP({ x: 900_000, n: 1_000_000 }, { x: 100_000, n: 1_000_000 })).toBe(0);
  });
});
