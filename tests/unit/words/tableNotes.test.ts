import { describe, expect, test } from 'vitest';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { telling, type ToldSeries } from '../../examples/hiddenCounts.ts';
import { withholding } from '../../examples/release.ts';
import { wholeRelease } from '../../examples/wholeRelease.ts';

const tableWith = (chart: string, series: string, told: ToldSeries, ...withheld: readonly string[]) =>
  inWords(
    figureOf(chart, {
      release: withholding(telling(wholeRelease(), series, told), ...withheld),
      questionnaire,
      host: 'nobutwhy.example',
    }),
  ).table;

const ROUNDED = 'Percents are rounded, each from its own count, so that some do not add up.';

/** The one bar of E1. */
const outcome = (silent: number, told: number, offered: number) =>
  tableWith('outcome', 'E1 job_seeker', {
    n: silent + told + offered,
    cells: { silent, rejected_told: told, open: 0, cancelled: 0, withdrew: 0, offered },
    headlines: { silent },
  });

describe('A table says “rounded”', () => {
  test('where the whole percents of a whole do not add up to 100', () => {
    expect(outcome(100, 100, 100).caption).toContain(ROUNDED);
    expect(outcome(101, 99, 0).caption).toContain(ROUNDED);
  });

  test('and not where they do', () => {
    expect(outcome(50, 25, 25).caption).not.toContain('ounded');
    expect(outcome(150, 75, 75).caption).not.toContain('ounded');
  });

  test('where a headline is not the sum of its printed parts: it is computed from counts, never from them', () => {
    // 17.5, 17.5 and 65 percent are printed as 18, 18 and 65; together the first two are 70 of 200.
    const table = tableWith(
      'known-not-said',
      'E18 employer_told',
      { n: 200, cells: { then: 35, asked: 35, not: 130 }, headlines: { told: 70 } },
      'E18 employer_known',
    );
    const cell = (label: string) => table.rows.find((row) => row.label === label)?.cells[0];
    expect(cell('Told with the no')).toBe('18% (35)');
    expect(cell('Told when they asked')).toBe('18% (35)');
    expect(cell('Together: passed it on')).toBe('35% (70)');
    expect(table.caption).toContain(ROUNDED);
  });

  test('of a headline alone, where all parts together do add up', () => {
    // 18 and 18 beside 35, while 18, 18, 21, 21 and 22 are 100.
    const { caption } = tableWith(
      'how-told',
      'E17 job_seeker_interviewed',
      {
        n: 1000,
        cells: { call: 175, personal: 175, account: 214, auto: 214, agency: 222, other: 0 },
        headlines: { personal: 350 },
      },
      'E17 employer_interviewed',
    );
    expect(caption).toContain(ROUNDED);
  });

  test('of what is drawn as one, where counts are hidden', () => {
    const hidden = (none: number, offered: number) =>
      tableWith('outcome', 'E1 job_seeker', {
        n: 100,
        cells: { silent: none, rejected_told: 40, open: 'few', cancelled: 'few', withdrew: 0, offered },
        headlines: { silent: none },
      }).caption;
    expect(hidden(40, 14)).not.toContain('ounded');
    expect(hidden(40, 14)).not.toContain('Not shown');
  });

  test('of answers that stand in rows of their own, side by side', () => {
    const useful = (quick_no: number, nothing: number) =>
      tableWith(
        'most-useful',
        'E10 job_seeker',
        {
          n: quick_no + nothing + 100,
          cells: { quick_no, reason: 25, compare: 25, improve: 25, talk: 25, nothing },
        },
        'E10 employer',
      ).caption;
    expect(useful(50, 50)).toContain(ROUNDED);
    expect(useful(0, 0)).not.toContain('ounded');
  });
});

test('a table explains “not shown” where a cell says so, and nowhere else', () => {
  const ladder = (cells: ToldSeries['cells']) =>
    tableWith('explanation-ladder', 'E3 job_seeker_interviewed', {
      n: 87,
      cells,
      headlines: { specific: 17 },
    });
  const held = ladder({ none: 40, form: 20, generic: 10, specific: 'held', actionable: 'few' });
  expect(held.rows.some(({ cells }) => cells.includes('not shown'))).toBe(true);
  expect(held.caption).toContain('Not shown: a count that would give away a smaller one.');
});
