import { expect, test } from 'vitest';
import { catalogue } from '../../../src/release/catalogue.ts';
import { makeRelease, releaseText } from '../../../src/release/makeRelease.ts';
import { release } from '../../../src/release/release.ts';
import type { Tally } from '../../../src/release/tally.ts';
import { MINIMUM_BASE } from '../../../src/statistics/precision.ts';

const head = { id: '2026-12', published: '2026-12-01', made_up: false, instrument: '1' };

/** A tally in which every cell of every series holds `each` people. */
function tallyOf(each: number): Tally {
  const series = catalogue.map(({ id, series }) => {
    const counts = series.map(({ id: name, cells, asides }) => {
      const parts = [...cells, ...asides].map(({ code }) => [code, each] as const);
      return [name, { asked: each * parts.length, ...Object.fromEntries(parts) }] as const;
    });
    return [id, Object.fromEntries(counts)] as const;
  });
  const side = { submitted: 900, eligible: 800 };
  const quality = {
    included: 780,
    left_out: 20,
    by_rule: { f_speed: 8, f_dup: 6, f_logic: 3, f_empty: 5, f_burst: 0 },
    kept: { f_logic: 11 },
  };
  return {
    instrument: ['1'],
    sides: { job_seeker: side, employer: side },
    quality: { job_seeker: quality, employer: quality },
    series: Object.fromEntries(series),
  };
}

test('every series of the catalogue is in a release, in its order', () => {
  const made = makeRelease(tallyOf(40), head);
  expect(made.series.map(({ estimate, id }) => `${estimate} ${id}`)).toEqual(
    catalogue.flatMap(({ id, series }) => series.map((entry) => `${id} ${entry.id}`)),
  );
  expect(release.parse(JSON.parse(releaseText(made)))).toEqual(made);
});

test('a base of 29 is withheld without a number, a base of 30 is published', () => {
  const tally = tallyOf(0);
  const curve = tally.series.E2?.job_seeker_45_days;
  if (curve === undefined) throw new Error('The catalogue has no E2.');
  const base = (n: number) => {
    Object.assign(curve, { never: n, dk: 50, asked: n + 50 });
    return makeRelease(tally, head).series.find(({ estimate }) => estimate === 'E2');
  };
  expect(base(MINIMUM_BASE - 1)).toEqual({ estimate: 'E2', id: 'job_seeker_45_days', status: 'small_base' });
  expect(base(MINIMUM_BASE)).toMatchObject({ status: 'published', n_answered: 30, n_asked: 80 });
});

test('somebody who was asked and is in no cell stops the release, which says where', () => {
  const tally = tallyOf(40);
  Object.assign(tally.series.E3?.employer_interviewed ?? {}, { asked: 1 });
  expect(() => makeRelease(tally, head)).toThrow('E3 employer_interviewed: 1 people were asked but');
});

test('a tally of another catalogue stops the release', () => {
  const tally = tallyOf(40);
  delete tally.series.E11;
  expect(() => makeRelease(tally, head)).toThrow('the database is of another version');
});

const published = () => makeRelease(tallyOf(40), head);

test('a release edited by hand is refused and the cell named', () => {
  const edited = published();
  const [first] = edited.series;
  if (first?.status === 'published') first.counts.form = 41;
  const problem = release.safeParse(edited).error?.issues[0]?.message;
  expect(problem).toMatch(/^E3 job_seeker_interviewed: the counts add up to 201, not to n_answered 200/);
});

test.each([
  ['made-up respondents under a month', { ...published(), made_up: true }],
  ['real ones under “sample”', { ...published(), id: 'sample' }],
  ['a month without a year', { ...published(), id: 'december' }],
  ['a date that is none', { ...published(), published: '2026-13-01' }],
  ['a key too many', { ...published(), note: 'hello' }],
])('a release with %s is refused', (_, edited) => {
  expect(release.safeParse(edited).success).toBe(false);
});
