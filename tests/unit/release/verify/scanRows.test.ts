import { describe, expect, test } from 'vitest';
import { scanRows } from '../../../../src/release/verify/scanRows.ts';
import { wilson } from '../../../../src/statistics/wilson.ts';
import { table, x } from './tables.ts';

describe('V1 on printed lines', () => {
  const tables = [table(40, x(20), { status: 'small_cell', bound: 'low' })];
  const line = {
    table: 'E1 job_seeker field4',
    group: 'knowledge',
    indicator: 'told',
    isAnswer: false,
    n: 40,
    x: 20,
  };
  const exact = wilson(20, 40);
  if (exact === null) throw new Error('expected a range');
  const round = (value: number) => Number(value.toFixed(6));
  const good = { ...line, share: 0.5, lo: round(exact.lo), hi: round(exact.hi) };
  const hidden = { ...line, indicator: 'reason', x: null, share: null, lo: null, hi: null };

  test('lets pass what follows from x and n, to the sixth decimal', () => {
    expect(scanRows([good, hidden], tables)).toEqual([]);
  });

  test.each([
    [{ ...good, n: 41 }, 'n is printed as 41 and is 40.'],
    [{ ...good, x: 21 }, 'x is printed as 21 and is 20.'],
    [{ ...good, share: 0.500001 }, 'share is printed as 0.500001 and is 0.5.'],
    [{ ...good, lo: good.lo + 1e-6 }, 'lo is printed as'],
    [{ ...good, hi: good.hi - 1e-6 }, 'hi is printed as'],
    [{ ...good, hi: null }, 'hi is printed as nothing'],
    [{ ...hidden, x: 3 }, 'x is printed as 3 and is withheld.'],
    [{ ...hidden, share: 0.1 }, 'share is printed as 0.1 and is withheld.'],
    [{ ...good, indicator: 'ghost' }, 'no table of the release holds this line.'],
    [{ ...good, table: 'E9' }, 'no table of the release holds this line.'],
  ])('finds %o', (row, sentence) => {
    expect(scanRows([row], tables)).toEqual([expect.stringContaining(sentence)]);
  });

  test('a count of 0 is a number, and an empty field is none', () => {
    const nobody = [table(40, x(0), { status: 'withheld' })];
    const range = wilson(0, 40);
    const zero = { ...line, x: 0, share: 0, lo: 0, hi: round(range?.hi ?? Number.NaN) };
    expect(scanRows([zero], nobody)).toEqual([]);
    expect(scanRows([{ ...zero, x: null }], nobody)).toEqual([
      'E1 job_seeker field4, knowledge told: x is printed as nothing and is 0.',
    ]);
    expect(scanRows([{ ...hidden, x: 0 }], nobody)).toEqual([
      'E1 job_seeker field4, knowledge reason: x is printed as 0 and is withheld.',
    ]);
  });

  test('a share that ends in a five may be rounded either way', () => {
    const range = wilson(5, 640);
    const five = { ...line, n: 640, x: 5, lo: round(range?.lo ?? 0), hi: round(range?.hi ?? 0) };
    const fits = (share: number) => scanRows([{ ...five, share }], [table(640, x(5), x(5))]);
    expect([fits(0.007812), fits(0.007813)]).toEqual([[], []]);
    expect([fits(0.007811), fits(0.007814)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('wants no number of a withheld group', () => {
    const none = [{ ...table(1, x(1), x(1)), groups: { knowledge: { status: 'small_base' as const } } }];
    expect(scanRows([{ ...hidden, n: null }], none)).toEqual([]);
    expect(scanRows([hidden], none)).toEqual([
      expect.stringContaining('n is printed as 40 and is withheld.'),
    ]);
  });
});
