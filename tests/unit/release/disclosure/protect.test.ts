import { beforeEach, describe, expect, test } from 'vitest';
import type { EarlierRelease } from '../../../../src/release/disclosure/checkLedger.ts';
import {
  ledgerRows,
  openLedger,
  REST,
  TOTAL,
  type Ledger,
} from '../../../../src/release/disclosure/ledger.ts';
import type { Group } from '../../../../src/release/disclosure/partition.ts';
import { protect } from '../../../../src/release/disclosure/protect.ts';
import type { ReleaseRequest } from '../../../../src/release/disclosure/protection.ts';
import { shownTable, type ShownGroup, type ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { byField, group, overall } from './groups.ts';
import { due, history } from './history.ts';

const since = (added: number) => ({ '2026-11': added });
const now = (n: number, told: number, reason: number, added: number): Group =>
  group(n, told, reason, since(added));

const everybody = overall(
  { n: 185, x: { told: 90, reason: 40, neither: 55 }, added: {} },
  { n: 3, x: { dk: 3 }, added: {} },
);
const fields = byField(
  {
    knowledge: group(100, 60, 30),
    care: group(50, 20, 7),
    serving: group(35, 10, 3),
    making: group(0, 0, 0),
  },
  group(0, 0, 0),
);
const november = { '2026-11': [everybody, fields] };

describe('protect', () => {
  test('makes no table of a tally that does not say who is new, and names the table', () => {
    const { earlier, ledger } = history(november);
    expect(() => protect({ release: '2026-12', partitions: [everybody], earlier, ledger, due })).toThrow(
      'E1 job_seeker, (total): the tally does not say who is new since 2026-11',
    );
  });

  test('publishes what the rules let through, in a form that can be read back', () => {
    const { last } = history(november);
    const [all, cut] = last.tables;
    expect(all).toEqual({
      table: 'E1 job_seeker',
      segment: null,
      vintage: '2026-11',
      carried: false,
      groups: {
        answered: {
          status: 'published',
          n: 185,
          cells: {
            told: { status: 'published', x: 90 },
            reason: { status: 'published', x: 40 },
            neither: { status: 'published', x: 55 },
          },
          headlines: {},
        },
      },
      rest: { status: 'few' },
    });
    expect(cut).toMatchObject({ segment: 'field4', rest: null });
    expect(cut?.groups).toEqual({
      knowledge: {
        status: 'published',
        n: 100,
        cells: { told: { status: 'published', x: 60 }, reason: { status: 'published', x: 30 } },
      },
      care: {
        status: 'published',
        n: 50,
        // Serving’s 3 would be 40 − 30 − 7.
        cells: { told: { status: 'published', x: 20 }, reason: { status: 'withheld' } },
      },
      serving: {
        status: 'published',
        n: 35,
        cells: { told: { status: 'published', x: 10 }, reason: { status: 'small_cell', bound: 'low' } },
      },
      making: { status: 'small_base' },
    });
    expect(last.withheld).toEqual([
      { table: 'E1 job_seeker field4', category: 'making', indicator: null, rule: 'base' },
      { table: 'E1 job_seeker field4', category: 'care', indicator: 'reason', rule: 'complement' },
      { table: 'E1 job_seeker field4', category: 'serving', indicator: 'reason', rule: 'cell' },
    ]);
    for (const table of last.tables)
      expect(shownTable.parse(JSON.parse(JSON.stringify(table)))).toEqual(table);
  });

  test('names the rule of residual groups', () => {
    const { last } = history({ r1: [byField({ knowledge: group(100), care: group(50) }, group(4))] });
    expect(last.tables[0]?.groups.care).toEqual({ status: 'withheld' });
    expect(last.withheld).toContainEqual({
      table: 'E1 job_seeker field4',
      category: 'care',
      indicator: null,
      rule: 'residual',
    });
  });

  test('prints nothing of a small base, not even whom it leaves out', () => {
    const { last } = history({ r1: [overall(group(29), { n: 40, x: { dk: 40 }, added: {} })] });
    expect(last.tables[0]).toMatchObject({ groups: { answered: { status: 'small_base' } }, rest: null });
  });

  test('writes a row for every group, the total and those left over', () => {
    const { last, ledger } = history(november);
    expect(ledgerRows.parse(JSON.parse(JSON.stringify(last.ledger)))).toEqual(last.ledger);
    expect(last.ledger.map(({ table, category, n, shown }) => [table, category, n, shown])).toEqual([
      ['E1 job_seeker', TOTAL, 188, true],
      ['E1 job_seeker', 'answered', 185, true],
      ['E1 job_seeker', REST, 3, true],
      ['E1 job_seeker field4', TOTAL, 185, true],
      ['E1 job_seeker field4', 'knowledge', 100, true],
      ['E1 job_seeker field4', 'care', 50, true],
      ['E1 job_seeker field4', 'serving', 35, true],
      ['E1 job_seeker field4', 'making', 0, false],
      ['E1 job_seeker field4', REST, 0, false],
    ]);
    expect(ledger.rowOf('2026-11', 'E1 job_seeker field4', 'knowledge').x).toEqual({ told: 60, reason: 30 });
  });

  test('remembers counts, newcomers and whose they are', () => {
    const { last } = history({ ...november, '2026-12': december(now(130, 66, 31, 40)) });
    const rows = last.ledger.filter(({ table }) => table === 'E1 job_seeker field4');
    expect(rows.find(({ category }) => category === TOTAL)).toEqual({
      release: '2026-12',
      table: 'E1 job_seeker field4',
      category: TOTAL,
      population: 'E1 job_seeker answered',
      n: 215,
      x: { told: 96, reason: 41 },
      added: { '2026-11': 40 },
      shown: true,
    });
    expect(rows.find(({ category }) => category === 'knowledge')).toMatchObject({
      population: 'E1 job_seeker field4 knowledge',
      added: { '2026-11': 40 },
    });
    expect(rows.find(({ category }) => category === REST)).toMatchObject({
      population: 'E1 job_seeker field4 (rest)',
      x: { told: 0, reason: 0 },
      added: { '2026-11': 0 },
    });
  });

  test('hides the answers of an overall table that few gave, and says by which rule', () => {
    const { last } = history({
      r1: [overall({ n: 60, x: { none: 58, form: 2, generic: 0 }, added: {} })],
    });
    expect(last.tables[0]?.groups.answered).toEqual({
      status: 'published',
      n: 60,
      cells: {
        none: { status: 'withheld' },
        form: { status: 'small_cell', bound: 'low' },
        generic: { status: 'published', x: 0 },
      },
      headlines: {},
    });
    expect(last.withheld.map(({ indicator, rule }) => [indicator, rule])).toEqual([
      ['none', 'small'],
      ['form', 'small'],
    ]);
  });

  test('withholds an overall table whole where nothing protects a small answer, and its row is not shown', () => {
    const headlines = { some: ['a', 'b', 'c', 'd'] };
    const { last } = history({
      r1: [overall({ n: 40, x: { a: 1, b: 1, c: 1, d: 1, e: 36 }, added: {} }, undefined, { headlines })],
    });
    expect(last.tables[0]).toMatchObject({ groups: { answered: { status: 'withheld' } }, rest: null });
    expect(last.ledger.find(({ category }) => category === 'answered')?.shown).toBe(false);
    expect(last.withheld).toEqual([
      { table: 'E1 job_seeker', category: 'answered', indicator: null, rule: 'small' },
    ]);
  });

  test.each([
    // If nobody left, b was at most 5 in November, and a, which was 9 with it, was 4.
    [[5, 5, 52], '2026-11', [['small', null]]],
    [[9, 9, 52], '2026-12', []],
  ])(
    'an overall table of now %j is that of %s, because a later release must not give an earlier small count away',
    ([a = 0, b = 0, c = 0], vintage, withheld) => {
      const { last } = history({
        '2026-11': [overall({ n: 49, x: { a: 4, b: 5, c: 40 }, added: {} })],
        '2026-12': [
          overall(
            { n: a + b + c, x: { a, b, c }, added: since(a + b + c - 49) },
            { n: 0, x: { dk: 0 }, added: since(0) },
          ),
        ],
      });
      expect(last.tables[0]?.vintage).toBe(vintage);
      expect(last.withheld.map(({ rule, category }) => [rule, category])).toEqual(withheld);
    },
  );

  const december = (knowledge: Group) => [
    overall(
      {
        n: 135 + knowledge.n - 50,
        x: { told: 90, reason: 40, neither: knowledge.n - 45 },
        added: since(knowledge.added['2026-11'] ?? 0),
      },
      { n: 3, x: { dk: 3 }, added: since(0) },
    ),
    byField(
      { knowledge, care: now(50, 20, 7, 0), serving: now(35, 10, 3, 0), making: now(0, 0, 0, 0) },
      now(0, 0, 0, 0),
    ),
  ];

  test('carries a whole table forward while fewer than ten changed, with its old numbers', () => {
    const before = history(november).last;
    const { last } = history({ ...november, '2026-12': december(now(109, 66, 31, 9)) });
    expect(last.tables).toEqual(before.tables.map((table) => ({ ...table, carried: true })));
    expect(last.ledger).toEqual([]);
    expect(last.withheld.map(({ rule, category }) => [rule, category])).toEqual([
      ['change', null],
      ['change', null],
    ]);
  });

  test('carries forward what did not change at all, and calls that no withholding', () => {
    const { last } = history({ ...november, '2026-12': december(now(100, 60, 30, 0)) });
    expect(last.tables.every(({ carried, vintage }) => carried && vintage === '2026-11')).toBe(true);
    expect(last.withheld).toEqual([]);
  });

  test('renews a table when ten changed', () => {
    const { last } = history({ ...november, '2026-12': december(now(110, 66, 31, 10)) });
    expect(last.tables.map(({ vintage, carried }) => [vintage, carried])).toEqual([
      ['2026-12', false],
      ['2026-12', false],
    ]);
    expect(last.tables[1]?.groups.knowledge).toMatchObject({ n: 110 });
  });

  test('carries a carried table on from where it was made', () => {
    const later = (tables: ReturnType<typeof december>) =>
      tables.map((table) => JSON.parse(JSON.stringify(table)) as typeof table);
    const { last } = history({
      ...november,
      '2026-12': december(now(104, 60, 30, 4)),
      '2027-01': later(december(now(106, 60, 30, 6))),
    });
    expect(last.tables.every(({ vintage, carried }) => vintage === '2026-11' && carried)).toBe(true);
  });

  test('goes on from any number of releases, with people left over', () => {
    const step = (n: number, added: Group['added']) => [
      byField(
        { knowledge: group(n, 50, 20, added), making: group(12, 4, 2, { r1: 0, r2: 0, r3: 0 }) },
        group(3, 1, 0, { r1: 0, r2: 0, r3: 0 }),
      ),
    ];
    const { last } = history({
      r1: step(100, {}),
      r2: step(120, { r1: 20 }),
      r3: step(125, { r1: 25, r2: 5 }),
      r4: step(150, { r1: 50, r2: 30, r3: 25 }),
    });
    expect(last.tables[0]).toMatchObject({ vintage: 'r4', groups: { knowledge: { n: 150 } } });
  });

  test('starts a side that was not due before', () => {
    const none = protect({
      release: '2026-11',
      partitions: [everybody],
      earlier: [],
      ledger: openLedger([]),
      due: new Set<never>(),
    });
    const started = protect({
      release: '2026-12',
      partitions: [everybody],
      earlier: [{ id: '2026-11', tables: none.tables }],
      ledger: openLedger(none.ledger),
      due,
    });
    expect(started.tables[0]).toMatchObject({ vintage: '2026-12', carried: false });
  });

  test('shows nothing of a side that was never due, and carries one that is not due now', () => {
    const { earlier, ledger } = history(november);
    const none = { due: new Set<never>(), earlier: [], ledger: openLedger([]) };
    const [first] = protect({ release: '2026-11', partitions: [everybody], ...none }).tables;
    expect(first).toEqual({
      table: 'E1 job_seeker',
      segment: null,
      vintage: null,
      carried: false,
      groups: { answered: { status: 'withheld' } },
      rest: null,
    });
    const held = protect({
      release: '2026-12',
      partitions: december(now(150, 66, 31, 50)),
      earlier,
      ledger,
      due: new Set(['employer'] as const),
    });
    expect(held.tables.every(({ carried }) => carried)).toBe(true);
    expect(held.withheld[0]).toEqual({
      table: 'E1 job_seeker',
      category: null,
      indicator: null,
      rule: 'calendar',
    });
  });
});

describe('protect stops before anything is written', () => {
  let earlier: readonly EarlierRelease[];
  let ledger: Ledger;
  let request: ReleaseRequest;
  let all: ShownTable;
  let cut: ShownTable;
  let answered: Extract<ShownGroup, { status: 'published' }>;

  beforeEach(() => {
    ({ earlier, ledger } = history(november));
    request = { release: '2026-12', partitions: [everybody, fields], earlier, ledger, due };
    const [first, second] = earlier[0]?.tables ?? [];
    const group = first?.groups.answered;
    if (first === undefined || second === undefined || group?.status !== 'published')
      throw new Error('expected two tables');
    [all, cut, answered] = [first, second, group];
  });

  const withAll = (changed: typeof all) => [{ id: '2026-11', tables: [changed, cut] }];

  test('when the release was made before', () => {
    expect(() => protect({ ...request, release: '2026-11' })).toThrow('does not come after 2026-11');
    const twice = [...earlier, { id: '2027-01', tables: [] }];
    expect(() => protect({ ...request, earlier: twice })).toThrow(
      'The release 2026-12 does not come after 2027-01',
    );
    expect(() => protect({ ...request, release: '2026-10' })).toThrow(
      'a release that was made stays as it is',
    );
  });

  test('when an earlier release is missing, or lacks a table', () => {
    expect(() => protect({ ...request, earlier: [] })).toThrow('The release 2026-11 is missing');
    expect(() => protect({ ...request, earlier: [{ id: '2026-11', tables: [cut] }] })).toThrow(
      'The release 2026-11 does not hold E1 job_seeker,',
    );
  });

  const edits: Readonly<Record<string, () => [ShownTable, cell: string]>> = {
    'a base': () => [{ ...all, groups: { answered: { ...answered, n: 186 } } }, 'answered:'],
    'a count': () => {
      const cells = { ...answered.cells, told: { status: 'published' as const, x: 91 } };
      return [{ ...all, groups: { answered: { ...answered, cells } } }, 'answered told:'];
    },
    'a status': () => [{ ...all, groups: { answered: { status: 'small_base' } } }, 'answered:'],
    'a sum beside the base': () => [{ ...all, rest: { status: 'published', n: 13 } }, '(total):'],
  };

  test.each(Object.entries(edits))('when %s was edited by hand, naming the cell', (_, edit) => {
    const [changed, cell] = edit();
    expect(() => protect({ ...request, earlier: withAll(changed) })).toThrow(
      `The release 2026-11, E1 job_seeker, ${cell} the file and the ledger do not say the same`,
    );
  });

  test('when a release has a table the ledger does not know', () => {
    const rows = ledger.rows.filter(({ table }) => table !== 'E1 job_seeker');
    expect(() => protect({ ...request, ledger: openLedger(rows) })).toThrow(
      'The ledger has no row for E1 job_seeker, (total) in the release 2026-11',
    );
  });

  test('when the ledger lost a row, or has one twice', () => {
    const rows = ledger.rows.filter(({ category }) => category !== 'knowledge');
    expect(() => protect({ ...request, ledger: openLedger(rows) })).toThrow(
      'The ledger has no row for E1 job_seeker field4, knowledge',
    );
    expect(() => openLedger([...ledger.rows, ...ledger.rows])).toThrow(
      'E1 job_seeker, (total) twice for 2026-11',
    );
  });

  test('when the ledger counts fewer people than were printed', () => {
    const rows = ledger.rows.map((row) =>
      row.category === TOTAL && row.table === 'E1 job_seeker field4' ? { ...row, n: 184 } : row,
    );
    expect(() => protect({ ...request, ledger: openLedger(rows) })).toThrow(
      'The release 2026-11, E1 job_seeker field4, (total): the file and the ledger',
    );
  });

  test('when a carried table is not what its release says', () => {
    const carried = (changed: object) => [
      ...earlier,
      {
        id: '2026-12',
        tables: [
          { ...all, carried: true },
          { ...cut, carried: true, ...changed },
        ],
      },
    ];
    const partitions = [everybody, fields].map((table) => ({
      ...table,
      rest: { ...table.rest, added: since(0) },
      categories: Object.fromEntries(
        Object.entries(table.categories).map(([code, one]) => [code, { ...one, added: since(0) }]),
      ),
    }));
    const next = { ...request, partitions, release: '2027-01' };
    expect(() => protect({ ...next, earlier: carried({}) })).not.toThrow();
    expect(() => protect({ ...next, earlier: carried({ groups: {} }) })).toThrow(
      'The release 2026-12, E1 job_seeker field4: it is not what 2026-11 says',
    );
    expect(() => protect({ ...next, earlier: carried({ carried: false }) })).toThrow(
      'it is not what 2026-11 says',
    );
    expect(() => protect({ ...next, earlier: carried({ vintage: '2026-12' }) })).toThrow(
      'it is not what 2026-12 says',
    );
  });

  test('when a count cannot be, a segment is not allowed, or two tables disagree', () => {
    const first = { ...request, release: '2026-10', earlier: [], ledger: openLedger([]) };
    expect(() => protect({ ...first, partitions: [byField({ knowledge: group(3, 4) })] })).toThrow(
      '4 of 3 cannot be',
    );
    expect(() => protect({ ...first, partitions: [byField({}, group(0), { segment: 'x' })] })).toThrow(
      'is cut by x',
    );
    expect(() => protect({ ...first, partitions: [everybody, byField({ knowledge: group(40) })] })).toThrow(
      'of the same',
    );
  });

  test('when the categories changed', () => {
    expect(() => protect({ ...request, partitions: [byField({ knowledge: group(100) })] })).toThrow(
      'Categories never change',
    );
  });
});
