import { describe, expect, test } from 'vitest';
import { shareOfEmployers, shareOfPeople } from '../../../src/release/impliedShares.ts';
import type { Release } from '../../../src/release/release.ts';
import { withCounts, withholding } from '../../examples/release.ts';
import { wholeSample } from '../../examples/wholeRelease.ts';

const volumes = ['v1_10', 'v11_50', 'v51_200', 'v201_1000', 'v1000p'].map(
  (code) => `E11 employer_interviewed_${code}`,
);
const unsaid = { na_stage: 0, dk: 0, pnts: 0, blank: 0 };
const told = (none: number, all: number) => ({ none, lt25: 0, q25_49: 0, q50_74: 0, q75_99: 0, all });
const everyVolume = (counts: readonly Readonly<Record<string, number>>[]): Release =>
  volumes.reduce(
    (release, name, i) => withCounts(release, name, counts[i] ?? told(0, 0), unsaid),
    wholeSample(),
  );

describe('what employers’ bands imply', () => {
  test('each employer counts once, whatever its volume', () => {
    const release = withCounts(wholeSample(), 'E11 employer_interviewed', told(30, 90), unsaid);
    const share = shareOfEmployers(release, 'employer_interviewed');
    expect(share).toMatchObject({ n: 120, effective: 120, lower: 0.75, upper: 0.75 });
    // A series by volume has a weight, which is the same for all of its employers.
    const one = withCounts(wholeSample(), 'E11 employer_interviewed_v1000p', told(30, 90), unsaid);
    expect(shareOfEmployers(one, 'employer_interviewed_v1000p')).toEqual(share);
  });

  test('is nothing where the release prints no count', () => {
    const release = withholding(wholeSample(), 'E11 employer_interviewed');
    expect(shareOfEmployers(release, 'employer_interviewed')).toBeNull();
  });

  test('weighted by people, those who did not hire many decide', () => {
    // 150 employers of few people tell everybody, 30 of more than 1,000 tell nobody.
    const release = everyVolume([told(0, 60), told(0, 30), told(0, 30), told(0, 30), told(30, 0)]);
    const found = shareOfPeople(release);
    if (found.status !== 'computed') throw new Error('expected an interval');
    const people = 60 * 5 + 30 * (30 + 125 + 600);
    expect(found.share.n).toBe(180);
    expect(found.share.lower).toBeCloseTo(people / (people + 30 * 1500), 12);
    expect(found.share.effective).toBeCloseTo(
      (people + 45_000) ** 2 / (60 * 25 + 30 * (900 + 125 ** 2 + 600 ** 2 + 1500 ** 2)),
      9,
    );
    expect(found).toMatchObject({ isEnough: true, vintage: 'sample', carried: false });
  });

  test('is enough for the picture as soon as each volume has thirty employers', () => {
    const each = (n: number) => shareOfPeople(everyVolume(volumes.map(() => told(0, n))));
    expect(each(30)).toMatchObject({ status: 'computed', isEnough: true });
    // With thirty in each volume the number is at least thirty: no release is made from fewer.
    expect(each(15)).toMatchObject({ status: 'not_computed' });
  });

  test('is not computed while one volume is withheld, and says which', () => {
    expect(shareOfPeople(withholding(wholeSample(), 'E11 employer_interviewed_v1000p'))).toEqual({
      status: 'not_computed',
      because:
        'Not weighted by people: figures of employers who did not hire more than 1,000 interviewed people are not shown.',
    });
    expect(shareOfPeople(withholding(wholeSample(), ...volumes.slice(3)))).toMatchObject({
      because: expect.stringContaining('201 to 1,000 or more than 1,000') as string,
    });
    expect(shareOfPeople(withholding(wholeSample(), ...volumes))).toMatchObject({ status: 'not_computed' });
  });

  test('is from the earliest release that one of its counts is from', () => {
    const release = wholeSample();
    const older = release.tables.map((table) =>
      table.table === volumes[1] ? { ...table, vintage: '2026-11', carried: true } : table,
    );
    expect(shareOfPeople({ ...release, tables: older })).toMatchObject({ vintage: '2026-11', carried: true });
  });
});
