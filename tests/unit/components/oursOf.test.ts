import { expect, test } from 'vitest';
import { oursOf } from '../../../src/components/methodology/oursOf.ts';
import { outsideFigures } from '../../../src/components/page/outsideFigures.ts';
import { wholeRelease } from '../../examples/wholeRelease.ts';

const release = wholeRelease();
const told = { estimate: 'E11', series: 'job_seeker_interviewed', says: '' };

test('every outside figure has one of ours beside it that the catalogue counts', () => {
  for (const { nearest } of outsideFigures)
    expect(oursOf(release, nearest)?.n, nearest.says).toBeGreaterThan(0);
});

test('is nothing where the release prints nothing, and no misspelt answer is nobody’s', () => {
  const small = { estimate: 'E7', series: 'job_seeker_about_them', cells: ['p4', 'p5'], says: '' };
  expect(oursOf(release, small)).toBeNull();
  expect(() => oursOf(release, { ...told, cells: ['nottold'] })).toThrow(/has no nottold/);
});

test('says of which release it is where a later one carries it', () => {
  const tables = release.tables.map((table) => ({ ...table, vintage: '2026-10', carried: true }));
  expect(oursOf({ ...release, tables }, { ...told, cells: ['not_told'] })).toMatchObject({ asOf: '2026-10' });
});
