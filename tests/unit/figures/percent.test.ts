import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, percent, percentRange } from '../../../src/figures/percent.ts';

describe('percent', () => {
  it.each([
    [41, 100, '41%'],
    [74, 180, '41%'],
    [1, 200, '1%'],
    [1, 201, '<1%'],
    [199, 200, '>99%'],
    [995, 1000, '>99%'],
    [994, 1000, '99%'],
    [57, 200, '29%'],
    [0, 34, '0 of 34'],
    [34, 34, '34 of 34'],
    [0, 99, '0 of 99'],
    [0, 100, '0%'],
    [100, 100, '100%'],
  ])('writes %i of %i as %s', (x, n, text) => {
    expect(percent({ x, n })).toBe(text);
  });

  it.each([
    [0, 0],
    [-1, 5],
    [6, 5],
    [0.5, 5],
  ])('refuses %f of %f', (x, n) => {
    expect(() => percent({ x, n })).toThrow(RangeError);
  });

  it('says none or all only of none or all', () => {
    const xAndN = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(xAndN, ([x, n]) => {
        const text = percent({ x, n });
        if (text === '0%') expect(x).toBe(0);
        if (text === '100%') expect(x).toBe(n);
      }),
    );
  });
});

describe('percentRange', () => {
  it.each([
    [0.341819, 0.484118, '34–48%'],
    [0.412, 0.414, '41%'],
    [0, 0.161, '0–16%'],
    [0.285, 0.3, '29–30%'],
    [1, 1, '100%'],
  ])('writes %f to %f as %s', (lo, hi, text) => {
    expect(percentRange(lo, hi)).toBe(text);
  });

  it.each([
    [0.5, 0.4],
    [-0.1, 0.4],
    [0.5, 1.1],
    [Number.NaN, 0.5],
  ])('refuses %f to %f', (lo, hi) => {
    expect(() => percentRange(lo, hi)).toThrow(RangeError);
  });
});

describe('count', () => {
  it.each([
    [7, '7'],
    [999, '999'],
    [1200, '1,200'],
    [1234567, '1,234,567'],
  ])('writes %i as %s', (n, text) => {
    expect(count(n)).toBe(text);
  });
});
