import { describe, expect, test } from 'vitest';
import { fewAnswers } from '../../../../src/release/disclosure/fewAnswers.ts';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import type { Partition } from '../../../../src/release/disclosure/partition.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import type { ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { generator } from '../verify/population.ts';
import { group, overall } from './groups.ts';
import { due, history } from './history.ts';

/** Of `n` answers `told` of which `reason`. */
const people = (n: number, told: number, reason = 0, added: Readonly<Record<string, number>> = {}) => ({
  n,
  x: { reason, other: told - reason, no: n - told },
  added,
});
const headlines = { told: ['reason', 'other'], reason: ['reason'] };
const table = (answered: ReturnType<typeof people>, more: Partial<Partition> = {}): Partition =>
  overall(answered, { n: 0, x: { dk: 0 }, added: noneOf(answered.added) }, { headlines, ...more });
const noneOf = (added: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(added).map((id) => [id, 0]));

const toldOf = (n: number, told: number, reason = 0) => {
  const answered = people(n, told, reason);
  return fewAnswers(table(answered), answered);
};

describe('P3, from 10 to 29 answers', () => {
  test.each([
    ['nothing under ten', [9, 4], null],
    ['ten, half of them', [10, 5], { told: 5 }],
    ['four in it', [19, 4], null],
    ['four not in it', [19, 15], null],
    ['five in it', [19, 5], { told: 5 }],
    ['five not in it', [19, 14], { told: 14 }],
    ['nobody', [19, 0], null],
    ['everybody', [19, 19], null],
    ['twenty-nine', [29, 12], { told: 12 }],
    ['thirty are for percentages', [30, 12], null],
    ['a finer headline with five between', [29, 15, 10], { told: 15, reason: 10 }],
    ['a finer headline with four between', [29, 15, 11], { told: 15 }],
    ['a finer headline of the very same people', [29, 15, 15], { told: 15 }],
    ['only the finer one', [29, 25, 12], { reason: 12 }],
  ] as const)('%s: %j is told as %j', (_, [n, told, reason = 0], expected) => {
    expect(toldOf(n, told, reason)).toEqual(expected);
  });

  test('no cut of a table is told so', () => {
    const answered = people(19, 9);
    expect(fewAnswers(table(answered, { segment: 'field4' }), answered)).toBeNull();
  });

  test('no other number is told beside it', () => {
    const { last } = history({ '2026-11': [table(people(19, 9, 2))] });
    expect(last.tables).toMatchObject([
      { groups: { answered: { status: 'few_answers', n: 19, headlines: { told: 9 } } }, rest: null },
    ]);
  });
});

const printed = (headlineCounts: Record<string, number>, n = 19, more: Partial<ShownTable> = {}) => [
  {
    table: 'E1 job_seeker',
    segment: null,
    vintage: '2026-12',
    carried: false,
    groups: { answered: { status: 'few_answers' as const, n, headlines: headlineCounts } },
    rest: null,
    ...more,
  },
];

describe('V1', () => {
  test('lets such a count pass', () => {
    expect(scan(printed({ told: 9 }))).toEqual([]);
    expect(scan(printed({ told: 14, reason: 9 }))).toEqual([]);
  });

  test.each([
    ['too few in it', printed({ told: 4 })],
    ['too few not in it', printed({ told: 15 })],
    ['too few between', printed({ told: 12, reason: 8 })],
    ['a finer headline that is larger', printed({ told: 6, reason: 12 })],
    ['too few answers', printed({ told: 5 }, 9)],
    ['enough for a percentage', printed({ told: 9 }, 30)],
    ['nothing told', printed({})],
    ['a cut', printed({ told: 9 }, 19, { segment: 'field4' })],
    ['a remainder', printed({ told: 9 }, 19, { rest: { status: 'few' } })],
  ])('finds %s', (_, tables) => {
    expect(scan(tables)).toContainEqual(expect.stringContaining('counts of'));
  });
});

describe('P6', () => {
  const december = (n: number, told: number, added: number) =>
    table(people(n, told, 0, { '2026-11': added }));
  const { earlier, ledger } = history({ '2026-11': [table(people(15, 7))] });
  const renew = (partition: Partition, before = ledger) =>
    protect({ release: '2026-12', partitions: [partition], earlier, ledger: before, due }).tables[0];

  test('carries a count over until ten came or left', () => {
    expect(renew(december(24, 12, 9))).toMatchObject({
      carried: true,
      groups: { answered: { status: 'few_answers', n: 15, headlines: { told: 7 } } },
    });
    expect(renew(december(25, 12, 10))).toMatchObject({
      carried: false,
      groups: { answered: { status: 'few_answers', n: 25, headlines: { told: 12 } } },
    });
  });

  test('compares the percentages that come later with it', () => {
    // Of the 15 who were counted five left, and 20 came.
    expect(renew(december(30, 14, 20))).toMatchObject({ groups: { answered: { status: 'published' } } });
    const row = ledger.rows.find(({ category }) => category === 'answered');
    expect(row).toMatchObject({ n: 15, shown: true });
  });

  test('is refused where the file and the ledger differ', () => {
    const [row, ...others] = ledger.rows.toSorted((a) => (a.category === 'answered' ? -1 : 1));
    if (row === undefined) throw new Error('expected a row');
    expect(() => renew(december(25, 12, 10), openLedger([{ ...row, n: 16 }, ...others]))).toThrow(
      'E1 job_seeker, answered',
    );
    expect(() => renew(december(25, 12, 10), openLedger([{ ...row, shown: false }, ...others]))).toThrow(
      'E1 job_seeker, answered',
    );
  });
});

test('of ten thousand tables none tells of 10 to 29 people a share, or fewer than five on any side', () => {
  const random = generator(211);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  let told = 0;
  for (let made = 0; made < 10_000; made += 1) {
    const n = upTo(32);
    const all = upTo(n);
    const answered = people(n, all, upTo(all));
    const {
      last: { tables },
    } = history({ '2026-11': [table(answered)] });
    const found = tables[0]?.groups.answered;
    if (n < 30) expect(found?.status, JSON.stringify(answered)).not.toBe('published');
    expect(scan(tables)).toEqual([]);
    if (found?.status !== 'few_answers') continue;
    told += 1;
    const nested = [n, ...Object.values(found.headlines), 0];
    const between = nested.slice(1).map((inner, i) => (nested[i] ?? 0) - inner);
    expect(Math.min(...between), JSON.stringify(answered)).toBeGreaterThanOrEqual(5);
  }
  expect(told).toBeGreaterThan(2000);
});

test('a group of a segment of the same size stays without a number', () => {
  const cut: Partition = {
    ...overall(group(100)),
    table: 'E1 job_seeker field4',
    segment: 'field4',
    indicators: ['told', 'reason'],
    categories: { knowledge: group(60, 30, 15), care: group(19, 9, 0) },
    rest: group(0, 0, 0),
  };
  const { last } = history({ '2026-11': [cut] });
  expect(last.tables[0]?.groups).toMatchObject({ care: { status: 'small_base' } });
});
