import { expect, test } from 'vitest';
import { chainOf } from '../../../src/release/chain.ts';
import type { Release } from '../../../src/release/release.ts';

type Table = Release['tables'][number];

const releaseWith = (table: Partial<Table>): Release => ({
  id: 'sample',
  published: '2026-11-24',
  made_up: true,
  instrument: '1',
  commit: null,
  quality: { job_seeker: null, employer: null },
  tables: [
    {
      table: 'responses job_seeker',
      segment: null,
      vintage: 'sample',
      carried: false,
      groups: { included: { status: 'published', n: 1043, cells: {} } },
      asides: { screened_out: 107, left_out: 50 },
      ...table,
    },
  ],
});

test('adds up from the counted to the eligible to all that were sent', () => {
  expect(chainOf(releaseWith({}), 'job_seeker')).toMatchObject({
    n_submitted: 1200,
    n_included: 1043,
    parts: { screened_out: 107, left_out: 50, n_eligible: 1093 },
  });
});

test('does not split what the release prints together', () => {
  const chain = chainOf(releaseWith({ asides: { not_counted: 12 } }), 'job_seeker');
  expect(chain).toMatchObject({ n_submitted: 1055, n_included: 1043, parts: null });
});

test('says nothing of a side that has not been released', () => {
  const groups = { included: { status: 'withheld' as const } };
  expect(chainOf(releaseWith({ groups, vintage: null, asides: null }), 'job_seeker')).toBeNull();
});

test('names the table that a release lacks', () => {
  expect(() => chainOf(releaseWith({}), 'employer')).toThrow(/responses employer is missing/);
});
