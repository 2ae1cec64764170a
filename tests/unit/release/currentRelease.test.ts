import { expect, test } from 'vitest';
import { currentRelease } from '../../../src/release/currentRelease.ts';
import type { Release } from '../../../src/release/release.ts';

const named = (id: string): Release => ({
  id,
  published: '2026-12-01',
  made_up: id === 'sample',
  instrument: '1',
  commit: null,
  versions: ['1'],
  catalogue: '',
  definitions: {},
  door: {},
  tables: [],
});

test('the sample is shown as long as there is nothing else, then never again', () => {
  expect(currentRelease([named('sample')]).id).toBe('sample');
  expect(currentRelease([named('2026-12'), named('sample')]).id).toBe('2026-12');
  expect(currentRelease([named('sample'), named('2027-01'), named('2026-12')]).id).toBe('2027-01');
});
