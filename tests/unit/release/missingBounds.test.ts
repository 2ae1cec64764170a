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

const published = (unsaid: number | null): ReleaseSeries => ({
  estimate: 'E1',
  id: 'job_seeker',
  vintage: 'sample',
  carried: false,
  status: 'published',
  n_answered: 90,
  cells: { yes: { status: 'published', x: 66 }, no: { status: 'published', x: 24 } },
  headlines: { told: { status: 'published', x: 66 } },
  unsaid,
});

test('bounds a headline when more than one in ten did not say', () => {
  // The share itself is 66 of 90; with 11 who did not say it could be 66 to 77 of 101.
  const [bounds, ...others] = missingBounds(series, published(11));
  expect(others).toEqual([]);
  expect(bounds).toMatchObject({ indicator: told, x: 66, n: 90, missing: 11 });
  expect(bounds?.lower).toBeCloseTo(66 / 101, 12);
  expect(bounds?.upper).toBeCloseTo(77 / 101, 12);
});

test('says nothing where one in ten or fewer did not say', () => {
  expect(missingBounds(series, published(10))).toEqual([]);
});

test('takes few, whose number is not said, for as many as they can be', () => {
  const few = (x: number, n: number): ReleaseSeries => ({
    ...published(null),
    status: 'published',
    n_answered: n,
    cells: {},
    headlines: { told: { status: 'published', x } },
    unsaid: null,
  });
  // Nine of 40 + 9 are more than one in ten, nine of 90 + 9 are not.
  const [bounds] = missingBounds(series, few(20, 40));
  expect(bounds?.missing).toBeNull();
  expect(bounds?.lower).toBeCloseTo(20 / 49, 12);
  expect(bounds?.upper).toBeCloseTo(29 / 49, 12);
  expect(missingBounds(series, few(45, 90))).toEqual([]);
});

test('says nothing of a headline that is hidden', () => {
  const hidden: ReleaseSeries = {
    ...published(11),
    status: 'published',
    n_answered: 90,
    cells: {},
    headlines: { told: { status: 'small_cell', bound: 'low' } },
    unsaid: 11,
  };
  expect(missingBounds(series, hidden)).toEqual([]);
});

test('says nothing of a series that is not published', () => {
  const { estimate, id, vintage, carried } = published(0);
  expect(missingBounds(series, { estimate, id, vintage, carried, status: 'small_base' })).toEqual([]);
});
