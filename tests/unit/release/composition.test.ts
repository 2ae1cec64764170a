import { expect, test } from 'vitest';
import { estimateOf, seriesIn } from '../../../src/release/catalogue.ts';
import { compositionOf } from '../../../src/release/composition.ts';
import type { ShownTable } from '../../../src/release/disclosure/shown.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const whoAnswered = estimateOf('who-answered');
const sizes = seriesIn(whoAnswered, 'employer_size3');

const releaseWith = (table: Partial<ShownTable>) => ({
  ...sampleSource.release,
  tables: sampleSource.release.tables.map((entry) =>
    entry.table === 'E16 employer_size3' ? { ...entry, ...table } : entry,
  ),
});

test('shares are of everybody, those in no printed category counted in', () => {
  const release = releaseWith({
    vintage: '2027-01',
    carried: true,
    groups: {
      small: { status: 'published', n: 40, cells: {} },
      medium: { status: 'small_base' },
      large: { status: 'withheld' },
    },
    rest: { status: 'published', n: 20 },
  });
  expect(compositionOf(release, whoAnswered, sizes)).toEqual({
    status: 'published',
    vintage: '2027-01',
    carried: true,
    total: 60,
    rest: 20,
    categories: [
      { code: 'small', label: 'Under 50 people', status: 'published', n: 40 },
      { code: 'medium', label: '50 to 999 people', status: 'small_base' },
      { code: 'large', label: '1,000 people or more', status: 'withheld' },
    ],
  });
});

test('a profile that shows no group shows no number', () => {
  const hidden = { status: 'small_base' } as const;
  const release = releaseWith({ groups: { small: hidden, medium: hidden, large: hidden }, rest: null });
  const found = compositionOf(release, whoAnswered, sizes);
  expect(found.status).toBe('withheld');
  expect(found).not.toHaveProperty('total');
});

test('every profile of the sample adds up to everybody on its side', () => {
  for (const series of whoAnswered.series) {
    const found = compositionOf(sampleSource.release, whoAnswered, series);
    const everybody = sampleSource.release.tables.find(({ table }) => table === `responses ${series.side}`);
    const included = everybody?.groups.included;
    expect(found.status === 'published' ? found.total : found.status, series.id).toBe(
      included?.status === 'published' ? included.n : included?.status,
    );
  }
});

test('a release of another catalogue is named', () => {
  expect(() => compositionOf(releaseWith({ groups: {} }), whoAnswered, sizes)).toThrow(
    'The release “sample”, E16 employer_size3: it has no group small',
  );
});
