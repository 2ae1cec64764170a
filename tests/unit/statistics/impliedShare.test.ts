import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impliedShare } from '../../../src/statistics/impliedShare.ts';
import { wilson, wilsonEnds, Z_95 } from '../../../src/statistics/wilson.ts';

const LIMITS = [
  [0, 0],
  [1, 24],
  [25, 49],
  [50, 74],
  [75, 99],
  [100, 100],
] as const;

function bands(counts: readonly number[], weight = 1) {
  return LIMITS.map(([lower, upper], i) => ({ n: counts[i] ?? 0, lower, upper, weight }));
}

function found(all: Parameters<typeof impliedShare>[0]) {
  const share = impliedShare(all);
  if (share === null) throw new Error('expected an interval');
  return share;
}

/** A crowd of employers: how many of each volume there are, what one of them weighs, and how they spread over the bands. */
interface Crowd {
  readonly name: string;
  readonly volumes: readonly {
    readonly share: number;
    readonly weight: number;
    readonly bands: readonly number[];
  }[];
}

const middling = [0.18, 0.3, 0.14, 0.12, 0.16, 0.1];
const high = [0.02, 0.03, 0.05, 0.1, 0.25, 0.55];
const nearlyAll = [0, 0, 0.01, 0.01, 0.03, 0.95];
const nearlyNone = [0.95, 0.03, 0.01, 0.01, 0, 0];

const alike = (name: string, shares: readonly number[]): Crowd => ({
  name,
  volumes: [{ share: 1, weight: 1, bands: shares }],
});
const byVolume = (name: string, ...shares: readonly (readonly number[])[]): Crowd => ({
  name,
  volumes: [0.3, 0.34, 0.22, 0.1, 0.04].map((share, i) => ({
    share,
    weight: [5, 30, 125, 600, 1500][i] ?? 1,
    bands: shares[i] ?? middling,
  })),
});

/** Numbers from 0 to 1, the same in every run. @see Marsaglia 2003, https://doi.org/10.18637/jss.v008.i14 */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function indexIn(shares: readonly number[], at: number): number {
  let reached = 0;
  const index = shares.findIndex((share) => (reached += share) > at);
  return index === -1 ? shares.length - 1 : index;
}

/** The share of samples whose range holds the true mean, if everyone’s true share is at the lower end of the band, or the upper. */
function coverage({ volumes }: Crowd, n: number, samples: number) {
  const random = randomFrom(n * 7919 + samples);
  const truth = (end: 0 | 1) => {
    const of = (value: (i: number) => number) =>
      volumes.reduce((sum, { share, weight }, i) => sum + share * weight * value(i), 0);
    const mean = (i: number) =>
      LIMITS.reduce((sum, limits, band) => sum + ((volumes[i]?.bands[band] ?? 0) * limits[end]) / 100, 0);
    return of(mean) / of(() => 1);
  };
  let lower = 0;
  let upper = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const counts = volumes.map(() => LIMITS.map(() => 0));
    for (let person = 0; person < n; person += 1) {
      const volume = indexIn(
        volumes.map(({ share }) => share),
        random(),
      );
      const own = counts[volume];
      const band = indexIn(volumes[volume]?.bands ?? [], random());
      if (own !== undefined) own[band] = (own[band] ?? 0) + 1;
    }
    const { range } = found(counts.flatMap((own, i) => bands(own, volumes[i]?.weight)));
    if (range.lo <= truth(0) && truth(0) <= range.hi) lower += 1;
    if (range.lo <= truth(1) && truth(1) <= range.hi) upper += 1;
  }
  return Math.min(lower, upper) / samples;
}

const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 });

describe('impliedShare', () => {
  it('finds 31.8 to 48.8 % in the protocol’s example', () => {
    const found = impliedShare(bands([18, 30, 14, 12, 16, 10]));
    expect(found?.n).toBe(100);
    expect(found?.lower).toBeCloseTo(0.318, 10);
    expect(found?.upper).toBeCloseTo(0.4878, 10);
  });

  it('is a point when all say none or all', () => {
    expect(impliedShare(bands([3, 0, 0, 0, 0, 1]))).toMatchObject({
      n: 4,
      effective: 4,
      lower: 0.25,
      upper: 0.25,
    });
  });

  it('is null without answers', () => {
    expect(impliedShare([])).toBeNull();
    expect(impliedShare(bands([0, 0, 0, 0, 0, 0]))).toBeNull();
  });

  it.each([
    [{ n: -1, lower: 0, upper: 0 }, 'A band’s count must be a whole number, not -1.'],
    [{ n: 1.5, lower: 0, upper: 0 }, 'A band’s count must be a whole number, not 1.5.'],
    [{ n: 1, lower: 50, upper: 25 }, 'A band’s limits must be percents in order, not 50 to 25.'],
    [{ n: 1, lower: -1, upper: 25 }, 'not -1 to 25.'],
    [{ n: 1, lower: 0, upper: 101 }, 'not 0 to 101.'],
    [{ n: 1, lower: Number.NaN, upper: 101 }, 'not NaN to 101.'],
    [{ n: 1, lower: 0, upper: 0, weight: 0 }, 'A weight must be a positive number, not 0.'],
    [{ n: 1, lower: 0, upper: 0, weight: -5 }, 'A weight must be a positive number, not -5.'],
    [{ n: 1, lower: 0, upper: 0, weight: Infinity }, 'A weight must be a positive number, not Infinity.'],
  ])('refuses %o', (band, sentence) => {
    expect(() => impliedShare([band])).toThrow(sentence);
  });

  it('has a sampling part around the protocol’s example', () => {
    const { lower, upper, range } = found(bands([18, 30, 14, 12, 16, 10]));
    // Standard errors .0344 and .0366, ends far apart, z = 1.645: about .318 − .056 and .488 + .060.
    expect(range.lo).toBeCloseTo(0.262215, 6);
    expect(range.hi).toBeCloseTo(0.548379, 6);
    expect(lower - range.lo).toBeGreaterThan(0.05);
    expect(range.hi - upper).toBeGreaterThan(0.05);
  });

  it('is a yes-or-no share with Wilson’s interval when all say none or all', () => {
    const { range } = found(bands([30, 0, 0, 0, 0, 10]));
    const { lo, hi } = wilson(10, 40) ?? { lo: NaN, hi: NaN };
    // The standard error of a mean divides by n − 1, that of a share by n.
    expect(range.lo).toBeCloseTo(lo, 2);
    expect(range.hi).toBeCloseTo(hi, 2);
  });

  it('keeps a range where all named one band', () => {
    expect(found(bands([0, 0, 0, 0, 0, 40])).range.hi).toBe(1);
    expect(found(bands([0, 0, 0, 0, 0, 40])).range.lo).toBeCloseTo(wilson(40, 40)?.lo ?? NaN, 12);
    expect(found(bands([40, 0, 0, 0, 0, 0])).range.lo).toBe(0);
    expect(found(bands([40, 0, 0, 0, 0, 0])).range.hi).toBeCloseTo(wilson(0, 40)?.hi ?? NaN, 12);
    const same = found(bands([0, 0, 0, 0, 40, 0]));
    expect(same.range.lo).toBeLessThan(0.65);
    expect(same.range.hi).toBeGreaterThan(0.99);
    expect(found(bands([0, 0, 0, 1, 0, 0])).range.lo).toBeLessThan(0.2);
  });

  it('takes the larger of the two standard errors where the ends are close', () => {
    // Errors .0553 and .0559, z = 1.77146; computed with scipy.
    const { range } = found(bands([20, 3, 0, 0, 0, 2]));
    expect(range.lo).toBeCloseTo(0.02509412957, 10);
    expect(range.hi).toBeCloseTo(0.24579396705, 10);
  });

  it('takes the effective number where weighted people all named one band', () => {
    const { range, effective } = found([...bands([40], 5), ...bands([10], 600)]);
    expect(effective).toBeLessThan(12);
    expect(range.hi).toBeCloseTo(wilsonEnds(0, effective, Z_95).hi, 12);
  });

  it('weighs: ten employers with 600 people each outweigh a hundred with five', () => {
    const share = found([...bands([100, 0, 0, 0, 0, 0], 5), ...bands([0, 0, 0, 0, 0, 10], 600)]);
    expect(share.n).toBe(110);
    expect(share.lower).toBeCloseTo(6000 / 6500, 12);
    expect(share.upper).toBeCloseTo(6000 / 6500, 12);
    expect(share.range.lo).toBeLessThan(share.lower);
  });

  it('has Kish’s effective number of the protocol’s example', () => {
    const weights = [
      { n: 40, weight: 0.5 },
      { n: 40, weight: 1 },
      { n: 20, weight: 3 },
    ];
    const share = found(weights.map((weight) => ({ ...weight, lower: 50, upper: 74 })));
    expect(share.effective).toBeCloseTo(62.608696, 6);
  });

  it('has the standard error of a mean, weighted by linearization', () => {
    // Three people of weight 1 at 0, 0 and 1, one of weight 3 at 1: mean 4/6; deviations −4/6 twice, 2/6, and 3 × 2/6.
    const share = found([
      { n: 2, lower: 0, upper: 0 },
      { n: 1, lower: 100, upper: 100 },
      { n: 1, lower: 100, upper: 100, weight: 3 },
    ]);
    const error = Math.sqrt((4 / 3) * ((4 / 6) ** 2 * 2 + (2 / 6) ** 2 + 1)) / 6;
    const { lo, hi } = wilsonEnds(4 / 6, 2 / 9 / error ** 2, Z_95);
    expect(share.range.lo).toBeCloseTo(lo, 12);
    expect(share.range.hi).toBeCloseTo(hi, 12);
  });

  it.each([
    { ...alike('middling', middling), n: 30 },
    { ...alike('middling', middling), n: 300 },
    { ...alike('high', high), n: 30 },
    { ...alike('high', high), n: 120 },
    { ...alike('nearly all', nearlyAll), n: 60 },
    { ...alike('nearly none', nearlyNone), n: 60 },
    { ...byVolume('weighted, all alike'), n: 300 },
    { ...byVolume('weighted, large ones tell less', high, high, middling, middling, nearlyNone), n: 300 },
    { ...byVolume('weighted, large ones tell more', middling, middling, high, high, nearlyAll), n: 600 },
  ])('covers the true share in 95 of 100 samples, wherever in its band it lies: $name, n = $n', (crowd) => {
    // Within what 2,000 samples and the approximation leave open: measured .915 to .95; straight ends fall to .82.
    const covered = coverage(crowd, crowd.n, 2000);
    expect(covered).toBeGreaterThan(0.91);
    expect(covered).toBeLessThan(0.965);
  });

  it('stays in order and no wider than one band', () => {
    fc.assert(
      fc.property(counts, counts, (light, heavy) => {
        const found = impliedShare([...bands(light, 5), ...bands(heavy, 600)]);
        fc.pre(found !== null);
        expect(found.lower >= 0 && found.lower <= found.upper && found.upper <= 1).toBe(true);
        expect(found.upper - found.lower).toBeLessThanOrEqual(0.24 + 1e-12);
        const { lo, hi } = found.range;
        expect(0 <= lo && lo <= found.lower && found.upper <= hi && hi <= 1).toBe(true);
      }),
    );
  });
});
