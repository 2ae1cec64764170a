import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../../src/release/disclosure/ledger.ts';
import type { Group, Partition } from '../../../../src/release/disclosure/partition.ts';
import { everybodyIn } from '../../../../src/release/disclosure/printedBases.ts';
import { nestedRule } from '../../../../src/release/disclosure/nestedRule.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import { protectTable } from '../../../../src/release/disclosure/protectTable.ts';
import { rowsOf } from '../../../../src/release/disclosure/rowsOf.ts';
import { attackBases } from '../../../../src/release/verify/attackBases.ts';
import { due, history } from './history.ts';

/** Two routing bases of the catalogue, one inside the other, each told by one series. */
const outer = 'told_or_waiting';
const inner = 'turned_down_or_waiting';

const tableOf: Readonly<Record<string, string>> = {
  job_seekers: 'E1 job_seeker',
  [outer]: 'E2 job_seeker_45_days',
  [inner]: 'E10 job_seeker',
  [`${inner}_applied`]: 'E11 job_seeker_applied',
  [`${inner}_screened`]: 'E11 job_seeker_screened',
  [`${inner}_interviewed`]: 'E11 job_seeker_interviewed',
};

/** Everybody in a base, all of whom answered. */
const series = (base: string, n: number, added: Group['added'] = {}): Partition => ({
  table: tableOf[base] ?? base,
  side: 'job_seeker',
  segment: null,
  base,
  population: base,
  indicators: ['yes', 'no'],
  categories: {
    answered: { n, x: { yes: Math.ceil(n / 2), no: Math.floor(n / 2) }, added, population: base },
  },
  rest: { n: 0, x: { dk: 0 }, added: Object.fromEntries(Object.keys(added).map((id) => [id, 0])) },
});

/** The same, cut by field, half in each of two groups. */
const cutOf = (base: string, n: number): Partition => {
  const half = { n: n / 2, x: { yes: 20 }, added: {} };
  return {
    ...series(base, n),
    table: `${tableOf[base] ?? base} field4`,
    segment: 'field4',
    population: `some of ${base}`,
    indicators: ['yes'],
    categories: { care: half, making: half },
    rest: { n: 0, x: { yes: 0 }, added: {} },
  };
};

const first = (...partitions: readonly Partition[]) => history({ '2026-11': partitions });

/** Which tables a release shows, and what stands there. */
const shownIn = (tables: ReturnType<typeof protect>['tables']) =>
  Object.fromEntries(
    tables.map(({ table, vintage, groups }) => [
      table,
      Object.values(groups).every(({ status }) => status === 'published') ? vintage : 'withheld',
    ]),
  );

describe('P12, bases inside each other', () => {
  test.each([0, 5, 9, 40])('%i people between two bases are nobody or enough', (between) => {
    const { tables } = first(series(outer, 100 + between), series(inner, 100)).last;
    expect(shownIn(tables)).toEqual({ [tableOf[outer] ?? '']: '2026-11', [tableOf[inner] ?? '']: '2026-11' });
  });

  test.each([1, 2, 3, 4])(
    '%i people between them withhold the finer series whole, its cuts too',
    (between) => {
      const { tables, withheld } = first(
        series(outer, 100 + between),
        cutOf(outer, 90),
        series(inner, 100),
        cutOf(inner, 90),
      ).last;
      expect(shownIn(tables)).toEqual({
        'E2 job_seeker_45_days': '2026-11',
        'E2 job_seeker_45_days field4': '2026-11',
        'E10 job_seeker': 'withheld',
        'E10 job_seeker field4': 'withheld',
      });
      expect(withheld.filter(({ rule }) => rule === 'nested').map(({ table }) => table)).toEqual([
        'E10 job_seeker',
        'E10 job_seeker field4',
      ]);
    },
  );

  test('it names the tables that are not renewed', () => {
    const partitions = [series(outer, 103), series(inner, 100), cutOf(inner, 90)];
    const request = { release: '2026-11', due, earlier: [], ledger: openLedger([]), partitions };
    const made = partitions.map((partition) => ({ partition, ...protectTable(partition, request) }));
    expect(nestedRule(request, made)).toEqual(new Set(['E2 job_seeker_45_days']));
  });

  test('a cut tells of a base that everybody in it is of, where the table of everybody does not', () => {
    const cut = { ...cutOf(inner, 100), population: inner };
    const made = (between: number) => shownIn(first(series(outer, 100 + between), cut).last.tables);
    expect(Object.values(made(5))).toEqual(['2026-11', '2026-11']);
    expect(made(4)).toMatchObject({ 'E10 job_seeker field4': 'withheld' });
  });

  test('of two bases the one that fewer tables count is withheld', () => {
    const more = (base: string) => [1, 2, 3].map((i) => ({ ...series(base, 100), table: `E${i} ${base}` }));
    const { tables } = first(series(outer, 103), ...more(inner)).last;
    expect(
      tables.filter((table) => table.groups.answered?.status === 'withheld').map(({ table }) => table),
    ).toEqual(['E2 job_seeker_45_days']);
  });

  test('no percentage is given up for a count of 10 to 29 people, however many tables tell it', () => {
    const few = (base: string, n: number) => ({ ...series(base, n), headlines: { yes: ['yes'] } });
    const again = { ...few(inner, 28), table: 'E3 job_seeker' };
    const { last } = first(few(outer, 32), few(inner, 28), again);
    expect(last.tables.map(({ groups }) => groups.answered?.status)).toEqual([
      'published',
      'withheld',
      'withheld',
    ]);
    const apart = first(few(outer, 40), few(inner, 28), again);
    expect(apart.last.tables.map(({ groups }) => groups.answered?.status)).toEqual([
      'published',
      'few_answers',
      'few_answers',
    ]);
  });

  test('a base that is too small to be shown withholds no other', () => {
    const { tables } = first(series(outer, 32), series(inner, 29)).last;
    expect(shownIn(tables)['E2 job_seeker_45_days']).toBe('2026-11');
  });

  test('a withheld table comes back by ten changes, as it went', () => {
    const before = first(series(outer, 103), series(inner, 100));
    const next = (ofOuter: number, ofInner: number) =>
      protect({
        release: '2026-12',
        due,
        ...before,
        partitions: [
          series(outer, 103 + ofOuter, { '2026-11': ofOuter }),
          series(inner, 100 + ofInner, { '2026-11': ofInner }),
        ],
      }).tables;
    expect(shownIn(next(20, 9))['E10 job_seeker']).toBe('withheld');
    expect(shownIn(next(20, 10))['E10 job_seeker']).toBe('2026-12');
  });

  describe('a base told now beside one told before', () => {
    const before = first(series(outer, 114), series(inner, 100));
    const next = (ofOuter: Group, ofInner: Group) =>
      shownIn(
        protect({
          release: '2026-12',
          due,
          ...before,
          partitions: [series(outer, ofOuter.n, ofOuter.added), series(inner, ofInner.n, ofInner.added)],
        }).tables,
      );
    const now = (n: number, came: number): Group => ({ n, x: {}, added: { '2026-11': came } });

    test('is told where at least five, or nobody, are in one and not in the other', () => {
      expect(next(now(120, 13), now(100, 0))).toEqual({
        'E2 job_seeker_45_days': '2026-12',
        'E10 job_seeker': '2026-11',
      });
    });

    test('is not told where a few are: all but one of those between the two left', () => {
      expect(next(now(101, 0), now(100, 0))['E2 job_seeker_45_days']).toBe('2026-11');
    });
  });
});

describe('P12, parts of a base', () => {
  const whole = (screened: number) => [
    series('job_seekers', 300),
    series(`${inner}_applied`, 60),
    series(`${inner}_interviewed`, 100),
    series(`${inner}_screened`, screened),
  ];

  test('parts that are not told are nobody or at least ten, else the next smallest is withheld', () => {
    const shown = (screened: number) =>
      shownIn(first(...whole(screened), series(inner, 160 + screened)).last.tables);
    expect(shown(12)['E11 job_seeker_applied']).toBe('2026-11');
    expect(shown(9)).toMatchObject({
      'E11 job_seeker_screened': 'withheld',
      'E11 job_seeker_applied': 'withheld',
      'E11 job_seeker_interviewed': '2026-11',
      'E10 job_seeker': '2026-11',
    });
  });

  test('a part told before is of other people than now, so that withholding one is enough', () => {
    const before = first(...whole(12), series(inner, 172));
    const since = (base: string, n: number, came: number) => series(base, n, { '2026-11': came });
    // Three of the screened left; everybody else is twenty more.
    const partitions = [
      since('job_seekers', 357, 60),
      since(`${inner}_applied`, 80, 20),
      since(`${inner}_interviewed`, 120, 20),
      since(`${inner}_screened`, 9, 0),
      since(inner, 209, 40),
    ];
    const made = protect({ release: '2026-12', due, ...before, partitions });
    expect(shownIn(made.tables)).toMatchObject({
      'E11 job_seeker_applied': '2026-11',
      'E11 job_seeker_interviewed': '2026-12',
      'E10 job_seeker': '2026-12',
      'E1 job_seeker': '2026-12',
    });
    expect(found([...before.ledger.rows, ...made.ledger], '2026-12', partitions)).toEqual([]);
  });
});

describe('P12, sums of several bases', () => {
  const parts = ['none', 'form', 'generic', 'about_them'].map((id) => `${inner}_${id}`);
  const toldParts = (left: number) => [
    { ...series(inner, 120 + left), table: 'E10 job_seeker' },
    ...parts.map((base) => ({ ...series(base, 30), table: `E7 ${base}` })),
  ];
  const withheldOf = ({ tables }: ReturnType<typeof first>['last']): readonly string[] =>
    tables.filter(({ groups }) => groups.answered?.status === 'withheld').map(({ table }) => table);

  test.each([0, 5, 9])('%i people in a base and in none of its four parts are nobody or enough', (left) => {
    expect(withheldOf(first(...toldParts(left)).last)).toEqual([]);
  });

  test.each([1, 4])('%i of them withhold one of the five', (left) => {
    expect(withheldOf(first(...toldParts(left)).last)).toHaveLength(1);
  });

  test('a whole part that is not told is nobody or at least ten', () => {
    const [hidden, ...others] = toldParts(0).slice(1);
    const nine = (n: number) => [
      { ...series(inner, 90 + n), table: 'E10 job_seeker' },
      ...others,
      { ...series(hidden?.base ?? '', n), table: 'E7 none' },
    ];
    // Nine are no group that is shown, and follow from the others.
    expect(withheldOf(first(...nine(10)).last)).toEqual([]);
    const { tables } = first(...nine(9)).last;
    expect(tables.filter(({ groups }) => groups.answered?.status === 'published')).toHaveLength(3);
  });

  test('that those between two bases are two more than in an earlier release holds one of the two back', () => {
    const before = first(series(outer, 140), series(inner, 100));
    const next = (between: number) => {
      const since = (n: number, came: number) => [n, { '2026-11': came }] as const;
      const partitions = [
        series(outer, ...since(155 + between, 15 + between)),
        series(inner, ...since(115, 15)),
      ];
      return shownIn(protect({ release: '2026-12', due, ...before, partitions }).tables);
    };
    expect(Object.values(next(5))).toEqual(['2026-12', '2026-12']);
    expect(Object.values(next(2))).toEqual(['2026-12', '2026-11']);
  });

  test('the last numbers of bases count together, of whichever releases they are', () => {
    const base = (id: string, n: number, added: Group['added'] = {}) => series(`${inner}_${id}`, n, added);
    const [applied, screened, interviewed] = ['applied', 'screened', 'interviewed'] as const;
    const before = history({
      '2026-10': [base(applied, 60), base(screened, 27), base(interviewed, 50)],
      '2026-11': [
        base(applied, 60, { '2026-10': 0 }),
        base(screened, 27, { '2026-10': 0 }),
        base(interviewed, 80, { '2026-10': 30 }),
      ],
    });
    const none = { '2026-10': 0, '2026-11': 0 };
    const next = (ofScreened: number) =>
      shownIn(
        protect({
          release: '2026-12',
          due,
          ...before,
          partitions: [
            base(applied, 60, none),
            base(screened, ofScreened, none),
            base(interviewed, 80, { ...none, '2026-10': 30 }),
            { ...series(inner, 140 + ofScreened, { ...none, '2026-10': 30 }), table: 'E10 job_seeker' },
          ],
        }).tables,
      )['E10 job_seeker'];
    expect(next(27)).toBe('2026-12');
    // Of the 27 who were screened nine are left, so the whole less the two other parts would tell of nine people.
    expect(next(9)).toBe('withheld');
  });
});

/** What a publisher without P12 leaves: every table shown. */
const naive = (release: string, partitions: readonly Partition[]) =>
  partitions.flatMap((partition) => rowsOf(partition, Object.keys(partition.categories), release));

const found = (
  rows: Parameters<typeof openLedger>[0],
  release: string,
  partitions: readonly Partition[],
): readonly string[] =>
  attackBases(openLedger(rows), { release, sizes: everybodyIn(partitions) }).map(
    ({ table, from, to, people }) => `${table}, ${from}–${to}: ${people}`,
  );

describe('P12, people of one version of the questionnaire whom only a cut counts', () => {
  const table = 'E3 job_seeker_interviewed';
  const base = `${inner}_interviewed`;
  const whole = (n: number, since: number): Partition => {
    const added = { '2026-11': since };
    const answered = { n, x: { yes: n - 50, no: 50 }, added, population: `${table} answered` };
    return { ...series(base, n, added), table, categories: { answered } };
  };
  const half = { n: 40, x: { yes: 20 }, added: { '2026-11': 40 } };
  const cut: Partition = {
    ...cutOf(base, 80),
    table: `${table}@2 field4`,
    population: `${table}@2 answered`,
    categories: { care: half, making: half },
    rest: { n: 0, x: { yes: 0 }, added: { '2026-11': 0 } },
  };
  const { last } = first(whole(300, 0));
  const earlier = [{ id: '2026-11', tables: last.tables, versions: ['1'] }];
  const ledger = openLedger(last.ledger, earlier);
  const partitions = (late: number) => [whole(380 + late, 80 + late), cut];

  test('are not told beside everybody while fewer than ten others came or left', () => {
    const next = (late: number) =>
      shownIn(protect({ release: '2026-12', due, earlier, ledger, partitions: partitions(late) }).tables)[
        table
      ];
    expect([0, 9, 10].map(next)).toEqual(['2026-11', '2026-11', '2026-12']);
  });

  test('are found by the attack', () => {
    const attacked = (late: number) =>
      attackBases(openLedger([...last.ledger, ...naive('2026-12', partitions(late))], earlier), {
        release: '2026-12',
        sizes: everybodyIn(partitions(late)),
      }).map(({ people }) => people);
    expect([9, 10].map(attacked)).toEqual([[9], []]);
  });
});

describe('the attack on bases', () => {
  test('finds the people between two bases told in one release', () => {
    const partitions = [series(outer, 103), series(inner, 100)];
    expect(found(naive('2026-11', partitions), '2026-11', partitions)).toEqual([
      `+ ${outer} − ${inner}, 2026-11–2026-11: 3`,
    ]);
    const far = [series(outer, 105), series(inner, 100)];
    expect(found(naive('2026-11', far), '2026-11', far)).toEqual([]);
  });

  test('finds them between two releases, in either order', () => {
    const old = naive('2026-11', [series(outer, 120), series(inner, 100)]);
    const since = (n: number) => ({ '2026-11': n });
    // Eighteen of the twenty between them left, so the whole of now is the part of before and two more.
    const smaller = [series(outer, 102, since(0)), series(inner, 100, since(0))];
    expect(found([...old, ...naive('2026-12', smaller.slice(0, 1))], '2026-12', smaller)).toEqual([
      `+ ${outer}, 2026-11–2026-12: 2`,
    ]);
    const near = naive('2026-11', [series(outer, 104)]);
    const later = [series(outer, 104, since(0)), series(inner, 100, since(0))];
    expect(found([...near, ...naive('2026-12', later.slice(1))], '2026-12', later)).toEqual([
      `+ ${inner}, 2026-11–2026-12: 4`,
    ]);
  });

  test('finds a part that is not told', () => {
    const partitions = [
      series(inner, 165),
      series(`${inner}_applied`, 60),
      series(`${inner}_interviewed`, 100),
    ];
    const all = [...partitions, series(`${inner}_screened`, 5)];
    expect(found(naive('2026-11', partitions), '2026-11', all)).toEqual([
      `+ ${inner} − ${inner}_applied − ${inner}_interviewed, 2026-11–2026-11: 5`,
    ]);
  });

  test('asks nothing of a release that tells no base anew', () => {
    const old = naive('2026-11', [series(outer, 103), series(inner, 100)]);
    const now = [series(outer, 103, { '2026-11': 0 }), series(inner, 100, { '2026-11': 0 })];
    expect(found(old, '2026-12', now)).toEqual([]);
  });

  test('finds nothing in what the rules leave', () => {
    const partitions = [series(outer, 103), series(inner, 100)];
    const { ledger } = first(...partitions);
    expect(found(ledger.rows, '2026-11', partitions)).toEqual([]);
  });
});
