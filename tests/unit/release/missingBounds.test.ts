import { expect, test } from 'vitest';
import type { ReleaseSeries } from '../../../src/release/findSeries.ts';
import { missingBounds } from '../../../src/release/missingBounds.ts';
import type { SeriesDefinition } from '../../../src/release/series.ts';

const told = { id: 'told', label: 'were told', cells: ['yes'] };

const series: SeriesDefinition = {
  id: 'job_seeker',
  side: 'job_seeker',
  label: 'Job seekers',
  shortLabel: 'Job seekers',
  base: { id: 'all', side: 'job_seeker', label: 'job seekers', where: { all: [] } },
  cells: [],
  asides: [],
  indicators: [told],
  segments: [],
};

const published = (asides: Readonly<Record<string, number>>): ReleaseSeries => ({
  estimate: 'E1',
  id: 'job_seeker',
  vintage: 'sample',
  carried: false,
  status: 'published',
  n_asked: 90 + Object.values(asides).reduce((sum, x) => sum + x, 0),
  n_answered: 90,
  counts: { yes: 66, no: 24 },
  asides,
});

test('bounds a headline when more than one in ten did not say', () => {
  // The share itself is 66 of 90; with 11 who did not say it could be 66 to 77 of 101.
  const [bounds, ...others] = missingBounds(
    series,
    published({ dk: 2, unseen: 2, unknown: 1, pnts: 3, blank: 3 }),
  );
  expect(others).toEqual([]);
  expect(bounds).toMatchObject({ indicator: told, x: 66, n: 90, missing: 11 });
  expect(bounds?.lower).toBeCloseTo(66 / 101, 12);
  expect(bounds?.upper).toBeCloseTo(77 / 101, 12);
});

test('says nothing where one in ten or fewer did not say', () => {
  expect(missingBounds(series, published({ blank: 10 }))).toEqual([]);
});

test('does not take an answer outside the base for a missing one', () => {
  expect(missingBounds(series, published({ cancelled: 40, dk: 2 }))).toEqual([]);
});

test('says nothing of a series that is not published', () => {
  const { estimate, id, vintage, carried } = published({});
  expect(missingBounds(series, { estimate, id, vintage, carried, status: 'small_base' })).toEqual([]);
});
