import { describe, expect, test } from 'vitest';
import { openLedger, type LedgerRow } from '../../../src/release/disclosure/ledger.ts';
import { findSeries } from '../../../src/release/findSeries.ts';
import { makeRelease, releaseText, type MadeRelease } from '../../../src/release/makeRelease.ts';
import { chainOf, ruleCountOf } from '../../../src/release/chain.ts';
import { release, type Release } from '../../../src/release/release.ts';
import { tables } from '../../../src/release/tables.ts';
import { verifyPackage } from '../../../src/release/verify/verifyPackage.ts';
import { tally as tallySchema, type Tally } from '../../../src/release/tally.ts';
import { qualityRules } from '../../../src/survey/quality.ts';
import { crowd } from '../../examples/crowds.ts';
import { recount } from '../../examples/recount.ts';

const commit = 'c0ffee'.padEnd(40, '0');
const head = (id: string) => ({ id, published: `${id}-01`, made_up: false, instrument: '1', commit });

const everybody = recount(crowd(400, 160), undefined, {
  job_seeker: [{ epoch: 0, n: 40 }],
  employer: [{ epoch: 0, n: 20 }],
});

interface Before {
  readonly earlier: readonly Release[];
  readonly rows: readonly LedgerRow[];
}
const nothing: Before = { earlier: [], rows: [] };

const made = (tally: Tally, id = '2026-12', { earlier, rows }: Before = nothing): MadeRelease =>
  makeRelease({ tally, head: head(id), earlier, ledger: openLedger(rows) });

/** A tally with some counts raised by newcomers, all alike and new since every earlier release. */
function withNewcomers(tally: Tally, count: number, epoch: number): Tally {
  const own = crowd(40, 1).slice(0, 1);
  const [one] = own;
  if (one === undefined) throw new Error('The crowd is empty.');
  const theirs = recount(own).sides.job_seeker.groups.filter(({ counted }) => counted);
  const groups = theirs.map((group) => ({ ...group, epoch, counts: group.counts.map((n) => n * count) }));
  const { job_seeker } = tally.sides;
  return {
    ...tally,
    sides: { ...tally.sides, job_seeker: { ...job_seeker, groups: [...job_seeker.groups, ...groups] } },
  };
}

test('a release holds every table of the catalogue, behind what became of the responses, and reads back as it was', () => {
  const { release: whole } = made(everybody);
  const names = whole.tables.map(({ table }) => table);
  expect(names.filter((name) => !name.startsWith('responses '))).toEqual(tables.map(({ name }) => name));
  expect(names.slice(0, 2)).toEqual(['responses job_seeker', 'responses job_seeker f_speed']);
  expect(release.parse(JSON.parse(releaseText(whole)))).toEqual(whole);
});

test('what it says of a series is what was counted', () => {
  const { release: whole } = made(everybody);
  const ladder = findSeries(whole, 'E3', 'employer_interviewed');
  if (ladder.status !== 'published') throw new Error('The ladder is withheld.');
  const { names, groups } = everybody.sides.employer;
  const counted = groups.find(({ segment, counted: isCounted }) => segment === null && isCounted);
  const exact = (code: string) => counted?.counts[names.indexOf(`E3 employer_interviewed ${code}`)];
  for (const [code, cell] of Object.entries(ladder.cells))
    expect(cell.status === 'published' ? cell.x : 'hidden', code).toBe(exact(code));
  expect(ladder.n_answered + (ladder.unsaid ?? 0)).toBe(exact('(asked)'));
  const ended = findSeries(whole, 'E1', 'job_seeker');
  expect(ended).toMatchObject({ n_answered: chainOf(whole, 'job_seeker').included, unsaid: 0 });
});

test('a count of fewer than ten left out by a rule is not said (P9)', () => {
  const { release: whole } = made(everybody);
  const { included, left_out } = chainOf(whole, 'job_seeker');
  const { names, groups } = everybody.sides.job_seeker;
  const leftOut = groups.find(({ segment, counted }) => segment === null && !counted);
  for (const { flag } of qualityRules) {
    const exact = leftOut?.counts[names.indexOf(flag)] ?? NaN;
    const n = ruleCountOf(whole, 'job_seeker', flag)?.n;
    expect(n, flag).toBe(exact === 0 || exact >= 10 ? exact : undefined);
  }
  expect(included).toBeGreaterThan(300);
  expect(left_out === null || left_out >= 10).toBe(true);
});

test('nothing is written where a line of the package says what no table does, or the counts disagree', () => {
  const { release: whole } = made(everybody);
  expect(() => {
    verifyPackage(whole);
  }).not.toThrow();
  const edited = structuredClone(whole);
  const group = edited.tables.find(({ table }) => table === 'E1 job_seeker')?.groups.answered;
  if (group?.status !== 'published') throw new Error('E1 is withheld.');
  group.n += 10;
  expect(() => {
    verifyPackage(edited);
  }).toThrow(/^Nothing was written: E1 job_seeker, answered: its counts add up to \d+ and not to \d+\./);
});

describe('the next release', () => {
  const first = made(everybody);
  const before: Before = { earlier: [first.release], rows: first.ledger };

  test('with nine newcomers nothing is renewed, and byte for byte nothing but the head differs', () => {
    const { release: second, sides } = made(withNewcomers(everybody, 9, 1), '2027-01', before);
    expect(sides.map(({ isDue }) => isDue)).toEqual([false, false]);
    expect(second.tables).toEqual(first.release.tables.map((table) => ({ ...table, carried: true })));
  });

  test('with sixty the side they came to is renewed, its small cuts are not, and the other side stays', () => {
    const { release: second, withheld } = made(withNewcomers(everybody, 60, 1), '2027-01', before);
    const vintage = (name: string) => second.tables.find(({ table }) => table === name)?.vintage;
    expect(vintage('responses job_seeker')).toBe('2027-01');
    expect(vintage('E1 job_seeker')).toBe('2027-01');
    expect(vintage('E3 employer_interviewed')).toBe('2026-12');
    expect(withheld.some(({ rule }) => rule === 'calendar')).toBe(true);
    const one = findSeries(first.release, 'E1', 'job_seeker');
    const other = findSeries(second, 'E1', 'job_seeker');
    if (one.status !== 'published' || other.status !== 'published') throw new Error('E1 is withheld.');
    expect(other.n_answered - one.n_answered).toBe(60);
  });

  test.each([
    ['a missing release', { ...before, earlier: [] }, /2026-12 is missing|knows of/],
    ['an empty ledger', { ...before, rows: [] }, /no row for|restore release_cells/],
    [
      'a row of the ledger with another count',
      {
        ...before,
        rows: before.rows.map((row) =>
          row.table === 'E1 job_seeker' && row.category === 'answered' ? { ...row, n: row.n + 1 } : row,
        ),
      },
      /2026-12, E1 job_seeker/,
    ],
  ])('%s stops the job, which says what to restore', (_, history, sentence) => {
    expect(() => made(withNewcomers(everybody, 60, 1), '2027-01', history)).toThrow(sentence);
  });

  test('an earlier release that was edited by hand stops it, and the cell is named', () => {
    const edited = structuredClone(first.release);
    const group = edited.tables.find(({ table }) => table === 'E1 job_seeker')?.groups.answered;
    const cell = group?.status === 'published' ? group.cells.silent : undefined;
    if (cell?.status !== 'published') throw new Error('E1 is withheld.');
    cell.x += 1;
    expect(() => made(everybody, '2027-01', { ...before, earlier: [edited] })).toThrow(
      'The release 2026-12, E1 job_seeker, answered silent: the file and the ledger do not say the same.',
    );
  });
});

describe('a tally that cannot be stops the job', () => {
  const changed = (change: (counts: number[], names: readonly string[]) => void): Tally => {
    const copy = structuredClone(everybody);
    const { names, groups } = copy.sides.employer;
    const group = groups.find(({ segment, counted }) => segment === null && counted);
    if (group === undefined) throw new Error('The example has no such group.');
    change(group.counts, names);
    return copy;
  };

  test('a person who was asked and is in no cell', () => {
    const tally = changed((counts, names) => {
      counts[names.indexOf('E3 employer_interviewed form')] = 0;
    });
    expect(() => made(tally)).toThrow(
      /^E3 employer_interviewed: \d+ people were asked but \d+ are in a cell/,
    );
  });

  test('the same people counted twice and not alike', () => {
    const tally = changed((counts, names) => {
      const one = (name: string) => names.indexOf(name);
      counts[one('E3 employer_interviewed form')] = (counts[one('E3 employer_interviewed form')] ?? 0) + 1;
      counts[one('E3 employer_interviewed (asked)')] =
        (counts[one('E3 employer_interviewed (asked)')] ?? 0) + 1;
    });
    expect(() => made(tally)).toThrow('of the same');
  });

  test('counts of another version of the code', () => {
    const copy = structuredClone(everybody);
    copy.sides.employer.names[9] = 'something else';
    expect(() => made(copy)).toThrow(
      /counts something else where this version counts .*: run the migrations/,
    );
  });

  test('anything beside the declared counts', () => {
    const copy = structuredClone(everybody);
    copy.sides.employer.names.push('hours, the most');
    for (const { counts } of copy.sides.employer.groups) counts.push(80);
    expect(() => made(copy)).toThrow('The database counts hours, the most where this version counts nothing');
    for (const extra of [{ responses: [{}] }, { comments: ['hello'] }, { by_day: { '2026-12-01': 3 } }])
      expect(tallySchema.safeParse({ ...everybody, ...extra }).success).toBe(false);
  });
});

const published = () => made(everybody).release;

/** With more than counts in its first group. */
function withExtra(extra: object) {
  const { tables: all, ...rest } = published();
  const [first, ...others] = all;
  if (first === undefined) throw new Error('The release is empty.');
  const [[code, group] = []] = Object.entries(first.groups);
  return { ...rest, tables: [{ ...first, groups: { [code ?? '']: { ...group, ...extra } } }, ...others] };
}

test.each([
  ['made-up respondents under a month', { ...published(), made_up: true }],
  ['real ones under “sample”', { ...published(), id: 'sample' }],
  ['a month without a year', { ...published(), id: 'december' }],
  ['a date that is none', { ...published(), published: '2026-13-01' }],
  ['no commit', { ...published(), commit: null }],
  [
    'a table of no catalogue',
    { ...published(), tables: [{ ...published().tables[0], table: 'E99 nobody' }] },
  ],
  ['a key too many', { ...published(), note: 'hello' }],
])('a release with %s is refused', (_, edited) => {
  expect(release.safeParse(edited).success).toBe(false);
});

test.each([{ responses: [{ s_outcome: 'silent' }] }, { max: 80 }, { text: 'hello' }, { ids: [4] }])(
  'a release with more than counts in a group, such as %o, is refused',
  (extra) => {
    expect(release.safeParse(withExtra(extra)).success).toBe(false);
  },
);
