import { describe, expect, test } from 'vitest';
import type { ShownCell, ShownTable } from '../../../../src/release/disclosure/shown.ts';
import { scan } from '../../../../src/release/verify/scan.ts';
import { byField, group, overall } from '../disclosure/groups.ts';
import { history } from '../disclosure/history.ts';
import { table, x } from './tables.ts';

const everybody = (n: number): ShownTable => ({
  table: 'E1 job_seeker',
  segment: null,
  vintage: '2026-12',
  carried: false,
  groups: { answered: { status: 'published', n, cells: { told: x(20) } } },
  rest: { status: 'few' },
});

describe('V1, the scanner', () => {
  test('finds nothing in what protect makes', () => {
    const { last } = history({
      r1: [
        overall({ n: 200, x: { told: 2, reason: 1 }, added: {} }),
        byField(
          { knowledge: group(100, 98, 30), care: group(50, 20, 17), serving: group(45) },
          group(5, 2, 1),
        ),
      ],
    });
    expect(scan(last.tables)).toEqual([]);
  });

  test.each([
    ['a base of 29', table(29, x(10), x(5)), 'knowledge: a base of 29 is printed (P3).'],
    ['a count of 4', table(40, x(4), { status: 'withheld' }), 'knowledge: told: 4 of 40 is printed (P5).'],
    ['all but four', table(40, x(36), x(20)), 'knowledge: told: 36 of 40 is printed (P5).'],
    ['two that are near', table(40, x(20), x(16)), 'knowledge: reason: too few people are between it'],
    [
      'a finer one that is more',
      table(40, x(20), x(21)),
      'knowledge: reason: it lies inside another and is more than it.',
    ],
  ])('finds %s and names the cell', (_, wrong, sentence) => {
    expect(scan([wrong])).toEqual([expect.stringContaining(`E1 job_seeker field4, ${sentence}`)]);
  });

  test('lets counts at the edge pass', () => {
    expect(scan([table(30, x(25), x(5)), table(40, x(20), x(15)), table(40, x(20), x(20))])).toEqual([]);
  });

  test('finds what is left over when the overall table is of the same release', () => {
    const own = table(60, x(20), x(10));
    expect(scan([everybody(69), own])).toEqual(['E1 job_seeker field4, 9 people are left over (P4).']);
    expect(scan([everybody(61), own])).toHaveLength(1);
    expect(scan([everybody(60), own])).toEqual([]);
    expect(scan([everybody(70), own])).toEqual([]);
    expect(scan([everybody(59), own])).toEqual([
      'E1 job_seeker field4, its groups hold more people than there are.',
    ]);
    expect(scan([everybody(69), { ...own, vintage: '2026-11', carried: true }])).toEqual([]);
  });

  test('subtracts from the table that was cut and from no other, and only where both are printed', () => {
    const own = table(60, x(20), x(10));
    const other = { ...everybody(69), table: 'E2 job_seeker' };
    expect(scan([other, own])).toEqual([]);
    expect(scan([other, everybody(69), own])).toHaveLength(1);
    const small = { answered: { status: 'small_base' as const } };
    expect(scan([{ ...everybody(60), groups: small }, own])).toEqual([]);
    expect(scan([everybody(60), { ...own, groups: { knowledge: { status: 'small_base' } } }])).toEqual([]);
  });

  test('asks for ten people where no percentage is made, and allows all to have given one answer in an overall table', () => {
    const fate = (n: number): ShownTable => ({
      ...everybody(40),
      table: 'responses job_seeker',
      groups: { left_out: { status: 'published', n, cells: {} } },
      rest: null,
    });
    expect(scan([fate(10)])).toEqual([]);
    expect(scan([fate(9)])).toEqual(['responses job_seeker, left_out: a base of 9 is printed (P3).']);
    const all = { answered: { status: 'published', n: 40, cells: { told: x(40) } } } as const;
    expect(scan([{ ...everybody(40), groups: all }])).toEqual([]);
  });

  test('finds an overall base that is too small, a count that cannot be, and an id', () => {
    expect(scan([everybody(29)])).toEqual(['E1 job_seeker, answered: a base of 29 is printed (P3).']);
    const impossible = { answered: { status: 'published', n: 40, cells: { told: x(41) } } } as const;
    expect(scan([{ ...everybody(40), groups: impossible }])).toEqual([
      'E1 job_seeker, answered: told: 41 of 40 cannot be.',
    ]);
    expect(scan([{ ...everybody(40), table: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }])).toEqual([
      'The release holds an id (P10).',
    ]);
  });

  const low: ShownCell = { status: 'small_cell', bound: 'low' };
  const hidden: ShownCell = { status: 'withheld' };
  const ladder = (...cells: readonly ShownCell[]) => ({
    none: cells[0] ?? x(0),
    form: cells[1] ?? x(0),
    generic: cells[2] ?? x(0),
    specific: cells[3] ?? x(0),
    actionable: cells[4] ?? x(0),
  });

  test.each<[string, number, ReturnType<typeof ladder>, ShownCell, string[]]>([
    ['an answer of 4', 60, ladder(x(36), x(4), x(10), x(10)), x(10), ['form: 4 of 60 is printed (P11).']],
    [
      'one hidden answer',
      60,
      ladder(x(36), low, x(10), x(10)),
      x(10),
      ['everybody: its sum gives a hidden answer away (P11).'],
    ],
    [
      '4 and 4',
      60,
      ladder(x(32), low, low, x(20)),
      x(20),
      ['everybody: its sum gives a hidden answer away (P11).'],
    ],
    [
      '1 and 5 in a headline',
      66,
      ladder(x(60), x(0), x(0), hidden, low),
      x(6),
      ['specific: its sum gives a hidden answer away (P11).'],
    ],
    [
      'a headline of 3',
      60,
      ladder(x(20), x(20), hidden, low, x(0)),
      x(3),
      ['specific: 3 of 60 is printed (P11).', 'specific: its sum gives a hidden answer away (P11).'],
    ],
    [
      'all but 3',
      60,
      ladder(low, low, x(0), x(30), x(27)),
      x(57),
      ['specific: too few people are between it and the one around it (P11).'],
    ],
    [
      'a headline that is not its answers',
      60,
      ladder(x(20), x(20), x(0), x(10), x(10)),
      x(15),
      ['specific: its answers do not add up to it.'],
    ],
    ['nothing where 1 to 4 stay open', 60, ladder(hidden, low, x(20), x(20)), x(20), []],
    ['nothing where the headline is hidden too', 60, ladder(x(20), x(20), hidden, low), hidden, []],
  ])('of an overall table finds %s', (_, n, cells, specific, sentences) => {
    const group = { status: 'published', n, cells, headlines: { specific } } as const;
    const name = 'E3 job_seeker_interviewed';
    expect(scan([{ ...everybody(n), table: name, groups: { answered: group } }])).toEqual(
      sentences.map((sentence) => `${name}, answered: ${sentence}`),
    );
  });
});
