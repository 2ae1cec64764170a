import { describe, expect, test } from 'vitest';
import { monthIsDue, nextMonth, sideIsDue } from '../../../../src/release/disclosure/calendarRule.ts';
import { baseRule, residualRule } from '../../../../src/release/disclosure/candidate.ts';
import { segmentRule, segmentVariables } from '../../../../src/release/disclosure/protect.ts';
import { classificationRule } from '../../../../src/release/disclosure/protectTable.ts';
import { proportionOf } from '../../../../src/release/disclosure/proportionOf.ts';
import { hasMinimumBase, MINIMUM_BASE, spelled } from '../../../../src/release/disclosure/thresholds.ts';
import { identifying } from '../../../../src/release/verify/scan.ts';
import { wilson } from '../../../../src/statistics/wilson.ts';
import { makeReceiptCode, receiptBytes, receiptGroups } from '../../../../src/receipt/receiptCode.ts';
import { sumOfGroups } from '../../../../src/release/disclosure/rowsOf.ts';
import { byField, group, overall } from './groups.ts';
import { history } from './history.ts';

describe('P1, the calendar', () => {
  test.each([
    [49, null, false],
    [50, null, true],
    [500, 0, false],
    [500, 9, false],
    [500, 10, true],
    [20, 10, true],
  ])('a side of %i with %s changes is due: %s', (included, changed, isDue) => {
    expect(sideIsDue({ included, changed })).toBe(isDue);
  });

  test.each([
    ['2026-12-31', null, true],
    ['2026-12-31', '2026-12-01', false],
    ['2027-01-01', '2026-12-31', true],
    ['2026-11-30', '2026-12-01', false],
  ])('on %s, after %s, a release is due: %s', (today, last, isDue) => {
    expect(monthIsDue(today, last)).toBe(isDue);
  });

  test.each(['2026-11-24', '2026-12-01', '2026-12-31', '2027-01-31'])(
    'the day that the calendar names after %s is the first on which a release is due',
    (last) => {
      const named = nextMonth(last);
      const before = new Date(Date.parse(named) - 86_400_000).toISOString().slice(0, 10);
      expect([monthIsDue(before, last), monthIsDue(named, last)]).toEqual([false, true]);
    },
  );
});

describe('P2, the catalogue', () => {
  test('knows the variables of cuts, those that say who answered, and the cuts of responses, and no other', () => {
    expect(segmentVariables).toEqual([
      ...['field4', 'size3', 'level3', 'region3', 'stage3', 'rounds3'],
      ...['s_sent', 'e_role', 'e_volume', 'e_last'],
      ...['fate', 'rule', 'channel'],
    ]);
  });

  test('lets a table be overall or cut by one of its variables', () => {
    const cut = segmentVariables.map((segment) => byField({}, group(0), { table: segment, segment }));
    expect(() => {
      segmentRule([overall(group(40)), ...cut]);
    }).not.toThrow();
  });

  test('refuses another variable', () => {
    expect(() => {
      segmentRule([byField({}, group(0), { segment: 's_hours' })]);
    }).toThrow('E1 job_seeker field4 is cut by s_hours; only field4, size3,');
  });

  test('refuses a table that comes twice', () => {
    expect(() => {
      segmentRule([byField({}), byField({})]);
    }).toThrow('E1 job_seeker field4 is in the tally twice.');
  });
});

describe('P3, the base', () => {
  test('a percentage needs thirty answers', () => {
    expect(MINIMUM_BASE).toBe(30);
    expect(hasMinimumBase(29)).toBe(false);
    expect(hasMinimumBase(30)).toBe(true);
  });

  test('running text spells it', () => {
    expect(spelled(MINIMUM_BASE)).toBe('thirty');
    expect(() => spelled(31)).toThrow('no word for 31');
  });

  test('lets a group of 30 be shown and none of 29', () => {
    const table = byField({ knowledge: group(MINIMUM_BASE), care: group(MINIMUM_BASE - 1), none: group(0) });
    expect(baseRule(table)).toEqual(['knowledge']);
  });

  test('P9: of those that a rule left out no percentage is made, so ten are enough and nine are not', () => {
    const table = byField({ ten: group(10), nine: group(9), none: group(0) }, group(0), {
      indicators: [],
    });
    expect(baseRule(table)).toEqual(['ten', 'none']);
  });
});

describe('P4, the residual', () => {
  const shown = ['knowledge', 'care', 'serving'];
  const table = (small: number, rest: number) =>
    byField({ knowledge: group(90), care: group(40), serving: group(41), making: group(small) }, group(rest));

  test.each([
    [0, 0],
    [10, 0],
    [0, 10],
    [4, 6],
    [29, 500],
  ])('shows every group when %i in small ones and %i in none are left over', (small, rest) => {
    expect(residualRule(table(small, rest), shown)).toEqual(shown);
  });

  test.each([
    [1, 0],
    [0, 1],
    [9, 0],
    [4, 5],
  ])('withholds the smallest group when %i and %i are left over', (small, rest) => {
    expect(residualRule(table(small, rest), shown)).toEqual(['knowledge', 'serving']);
  });

  test('withholds the only group when nine are left over', () => {
    expect(residualRule(byField({ knowledge: group(90) }, group(9)), ['knowledge'])).toEqual([]);
  });

  test('has nothing to add where nothing is shown', () => {
    expect(residualRule(byField({ knowledge: group(5) }), [])).toEqual([]);
  });

  test('leaves an overall table alone: it prints whom it leaves out', () => {
    expect(residualRule(overall(group(90), group(3)), ['answered'])).toEqual(['answered']);
  });
});

describe('P7, categories never change', () => {
  const past = () => history({ r1: [byField({ knowledge: group(60), care: group(40) })] }).ledger;

  test('lets the same categories pass, in any order, and a table without a past', () => {
    expect(() => {
      classificationRule(byField({ care: group(1), knowledge: group(1) }), past());
      classificationRule(byField({ novel: group(1) }, group(0), { table: 'new' }), past());
    }).not.toThrow();
  });

  test.each([
    [{ knowledge: group(60) }, 'care'],
    [{ knowledge: group(60), care: group(40), other: group(3) }, 'other'],
    [{ knowledge: group(60), other: group(40) }, 'care, other'],
  ])('refuses a change and names it (%#)', (categories, named) => {
    expect(() => {
      classificationRule(byField(categories), past());
    }).toThrow(`E1 job_seeker field4: ${named} came or went since r1.`);
  });
});

describe('P8, derived after protecting', () => {
  const cells = { told: { status: 'published', x: 12 }, reason: { status: 'withheld' } } as const;
  test('takes share and range from the printed count', () => {
    expect(proportionOf({ status: 'published', n: 40, cells }, 'told')).toEqual(wilson(12, 40));
  });

  test('has none where no count is printed', () => {
    expect(proportionOf({ status: 'published', n: 40, cells }, 'reason')).toBeNull();
    expect(proportionOf({ status: 'published', n: 40, cells }, 'ghost')).toBeNull();
    expect(proportionOf({ status: 'small_base' }, 'told')).toBeNull();
    expect(proportionOf({ status: 'withheld' }, 'told')).toBeNull();
  });
});

describe('P10, what identifies a person', () => {
  const code = receiptGroups(makeReceiptCode(new Uint8Array(receiptBytes).fill(7))).join('-');
  test.each([
    ['an id', 'x 3F2504E0-4f89-41d3-9a0c-0305e82c3301 y'],
    ['a time of day', '{"at":"2026-12-01T09:30:00Z"}'],
    ['a receipt code', `"${code}"`],
    ['a receipt code', code.toLowerCase()],
    ['an e-mail address', 'mail someone@example.org'],
    ['an e-mail address', 'mail someone@10.200.example.org'],
    ['a secret key', 'sb_secret_x'],
    ['a secret key', 'service_role'],
    ['a secret key', 'eyJhbGciOiJIU.eyJyb2xlIjoiYQ_'],
  ])('finds %s', (what, text) => {
    expect(identifying(text)).toEqual([what]);
  });

  test.each([
    'ABCDEFG-ABCDEFG',
    'eyJhbGciOiJIU.eyJ',
    'eyJ.eyJyb2xlIjoiYQ_',
    'sb_secret_',
    '2026-12-01 9:3',
    '2026-12-01 09:3',
    'a@b.c',
  ])('takes “%s” for nothing', (text) => {
    expect(identifying(text)).toEqual([]);
  });

  test('finds nothing in what a release holds', () => {
    expect(
      identifying('{"id":"2026-12","published":"2026-12-01","n":1234567,"table":"E11 job_seeker"}'),
    ).toEqual([]);
  });
});

describe('groups added up', () => {
  test('adds people, counts and newcomers', () => {
    const sum = sumOfGroups([group(40, 20, 10, { r1: 5, r2: 1 }), group(30, 9, 0, { r1: 4, r2: 0 })]);
    expect(sum).toEqual({ n: 70, x: { told: 29, reason: 10 }, added: { r1: 9, r2: 1 } });
  });

  test('leaves out what only some of them count', () => {
    const other = { n: 3, x: { told: 1, dk: 2 }, added: { r2: 1 } };
    expect(sumOfGroups([group(40, 20, 10, { r1: 5, r2: 1 }), other])).toEqual({
      n: 43,
      x: { told: 21 },
      added: { r2: 2 },
    });
  });

  test('no groups add up to 0', () => {
    expect(sumOfGroups([])).toEqual({ n: 0, x: {}, added: {} });
  });
});
