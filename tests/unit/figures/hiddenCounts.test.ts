import { describe, expect, test } from 'vitest';
import { renderCard, renderSvg } from '../../../src/charts/render.ts';
import { figureOf } from '../../../src/figures/estimates/figureOf.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { csv } from '../../../src/words/csv.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { described } from '../../examples/figureParts.ts';
import { telling, type ToldSeries } from '../../examples/hiddenCounts.ts';
import { wholeRelease } from '../../examples/wholeRelease.ts';

const figureWith = (chart: string, series: string, told: ToldSeries): Figure =>
  figureOf(chart, {
    release: telling(wholeRelease(), series, told),
    questionnaire,
    host: 'nobutwhy.example',
  });

/** The words in a picture. */
const wordsIn = (figure: Figure, size: 'wide' | 'narrow' = 'wide'): string =>
  [...renderSvg(described(figure), size).matchAll(/<text [^>]*>(.*?)<\/text>/g)]
    .map(([, words = '']) => words.replace(/<[^>]+>/g, ''))
    .join(' | ');

const rowOf = (figure: Figure, label: string) =>
  inWords(figure).table.rows.find((row) => row.label === label)?.cells;

const linesOf = (figure: Figure, option: string): readonly string[] =>
  csv(figure)
    .split('\n')
    .filter((line) => line.includes(`,${option},`));

function stack(figure: Figure, i = 0) {
  if (figure.form !== 'ladder' && figure.form !== 'diverging') throw new Error('There are no stacked bars.');
  const bar = figure.series[i];
  if (bar === undefined || isWithheld(bar)) throw new Error('The bar is not there.');
  return bar;
}

describe('A stacked bar', () => {
  /** 51 told no, 44 silent, 5 pulled out, 12 offered, and 6 of two that are hidden. */
  const outcome = figureWith('outcome', 'E1 job_seeker', {
    n: 118,
    cells: { silent: 44, rejected_told: 51, open: 'few', cancelled: 'few', withdrew: 5, offered: 12 },
    headlines: { silent: 44 },
  });

  test('draws hidden counts as one part, their known sum, named by both', () => {
    const { parts } = stack(outcome);
    expect(parts.map(({ short, x }) => [short, x])).toEqual([
      ['Told no', 51],
      ['No final answer', 44],
      ['Still open or job dropped', 6],
      ['Pulled out', 5],
      ['Offered the job', 12],
    ]);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const size of ['wide', 'narrow'] as const)
      expect(wordsIn(outcome, size)).toContain('Still open or job dropped');
  });

  test('keeps a row for each answer in the table, and one for the sum that is drawn', () => {
    const { rows } = inWords(outcome).table;
    expect(rows.filter(({ cells: [cell] }) => cell === 'fewer than 5')).toHaveLength(2);
    expect(rowOf(outcome, 'Drawn as one: Still open or job dropped')?.[0]).toBe('5% (6)');
  });

  test('has a line for each in the file, with a status and no count', () => {
    expect(linesOf(outcome, 'open')).toEqual([expect.stringMatching(/,118,,,,,,,,small_cell,low$/)]);
    expect(linesOf(outcome, 'open_or_cancelled')).toEqual([expect.stringMatching(/,118,6,0\.050847,/)]);
  });

  test('keeps the hidden ones of the part it is read for apart from the others', () => {
    const told = figureWith('how-told', 'E17 job_seeker_interviewed', {
      n: 35,
      cells: { call: 'few', personal: 'held', account: 'held', auto: 12, agency: 'few', other: 'few' },
      headlines: { personal: 15 },
    });
    const { parts, sum } = stack(told);
    expect(parts.map(({ short, x }) => [short, x])).toEqual([
      ['Call, or in person or written for them', 15],
      ['Online account or 2 others', 8],
      ['Automatic message', 12],
    ]);
    expect(sum).toMatchObject({ x: 15, n: 35 });
    expect(inWords(told).table.caption).toContain('Not shown: a count that would give away a smaller one.');
    expect(rowOf(told, 'Drawn as one: Online account, by an agency, or another way')?.[0]).toBe('23% (8)');
  });
});

test('a bar of which nothing but its size is known is a blank', () => {
  const figure = figureWith('promise', 'E5 job_seeker_interviewed', {
    n: 30,
    cells: { kept: 'held', late: 'few', broken: 'few', none: 'few' },
    headlines: { promised: 'held', kept: 'held' },
  });
  expect(figure.form === 'ladder' && figure.series[0]).toMatchObject({ withheld: true, status: 'withheld' });
});

test('bars whose parts stand for other answers are each named, though the names be alike', () => {
  const told = telling(wholeRelease(), 'E17 job_seeker_interviewed', {
    n: 45,
    cells: { call: 10, personal: 10, account: 'few', auto: 'held', agency: 'few', other: 6 },
    headlines: { personal: 20 },
  });
  const release = telling(told, 'E17 employer_interviewed', {
    n: 45,
    cells: { call: 10, personal: 10, account: 'few', auto: 6, agency: 'held', other: 'few' },
    headlines: { personal: 20 },
  });
  const figure = figureOf('how-told', { release, questionnaire, host: 'nobutwhy.example' });
  expect(wordsIn(figure).match(/Online account or 2 others/g)).toHaveLength(2);
});

describe('A headline that is hidden', () => {
  const ladder = figureWith('explanation-ladder', 'E3 job_seeker_interviewed', {
    n: 87,
    cells: { none: 40, form: 30, generic: 'held', specific: 'few', actionable: 'few' },
    headlines: { specific: 'few' },
  });

  test('reads “Fewer than 5 of n” or its complement, with no percent and no range', () => {
    expect(stack(ladder).sum).toMatchObject({ because: 'More than 82 of 87', bound: 'high' });
    expect(wordsIn(ladder)).toContain('More than 82 of 87 no reason about the person');
    expect(wordsIn(ladder, 'narrow')).toContain('More than 82 of 87 no reason about them');
    const { alt, title, table } = inWords(ladder);
    expect(alt).toMatch(/More than 82 of 87 no reason about the person\. Employers/);
    expect(title).not.toContain('87');
    const together = table.rows.find(({ label }) => label.startsWith('Together'))?.cells;
    expect(together?.slice(0, 2)).toEqual(['more than 82', '']);
    expect(linesOf(ladder, 'no_reason')[0]).toMatch(/,87,,,,,,,,small_cell,high$/);
  });

  test('is drawn through on a card as well, and the bar still holds everybody', () => {
    expect(() => renderCard(described(ladder))).not.toThrow();
    expect(stack(ladder).parts.map(({ x }) => x)).toEqual([40, 30, 17]);
  });

  test('stands beside a bar as how many asked, in words', () => {
    const asking = figureWith('asking', 'E6 job_seeker_asked', {
      n: 90,
      cells: { no: 80, no_contact: 'held', asked: 'few' },
      headlines: { asked: 'few' },
    });
    expect(stack(asking).beside).toBe('Fewer than 5 of 90 asked');
  });

  test('is a blank with its reason among bars and marks', () => {
    const barriers = figureWith('barriers', 'E13 e_barriers_time', {
      n: 87,
      cells: { yes: 'few', no: 'most' },
      headlines: { yes: 'few' },
    });
    expect(wordsIn(barriers)).toContain('Fewer than 5 of 87');
    expect(inWords(barriers).table.rows.at(-2)?.cells).toEqual(['Fewer than 5 of 87', '', '87']);
    const useful = figureWith('most-useful', 'E10 job_seeker', {
      n: 91,
      cells: { quick_no: 'held', reason: 25, compare: 19, improve: 23, talk: 9, nothing: 'few' },
      headlines: { learn: 76 },
    });
    expect(wordsIn(useful)).toContain('Fewer than 5 of 91');
    expect(wordsIn(useful)).toContain('Not shown, as it would give away a smaller count');
    expect(inWords(useful).bases).toContain('91');
  });
});

describe('Five points', () => {
  const again = (cells: ToldSeries['cells']) =>
    figureWith('apply-again', 'E9 job_seeker_form', { n: 43, cells, headlines: { likely: 7 } });
  const middleHidden = again({ p1: 20, p2: 'held', p3: 'few', p4: 'few', p5: 'few' });

  test('merge inside the low three and the high two, never across', () => {
    expect(stack(middleHidden, 1).parts.map(({ short, x }) => [short, x])).toEqual([
      ['Very unlikely', 20],
      ['Somewhat unlikely or neither', 16],
      ['Somewhat likely or very likely', 7],
    ]);
    const around = again({ p1: 'few', p2: 30, p3: 'few', p4: 'few', p5: 'few' });
    expect(stack(around, 1).parts.map(({ short }) => short)).toEqual([
      'Very unlikely to neither',
      'Somewhat likely or very likely',
    ]);
  });

  test('straddle the third answer only where each bar has one, in picture, footing and words alike', () => {
    const whole = again({ p1: 20, p2: 8, p3: 8, p4: 'few', p5: 'few' });
    const across = figureWith('apply-again', 'E9 job_seeker_form', {
      n: 43,
      cells: { p1: 20, p2: 8, p3: 'few', p4: 'few', p5: 9 },
      headlines: { likely: 'held' },
    });
    for (const [figure, straddles] of [
      [whole, true],
      [middleHidden, false],
      [across, false],
    ] as const) {
      const { footing, howToRead } = inWords(figure);
      expect(footing.axis.includes('Dotted: the middle of the scale')).toBe(straddles);
      expect(howToRead.includes('straddle')).toBe(straddles);
      expect(wordsIn(figure).includes('Dotted')).toBe(straddles);
    }
  });

  test('print every answer of a row, and what the drawing sums', () => {
    const cells = inWords(middleHidden).table.rows[1]?.cells;
    expect(cells?.slice(0, 6)).toEqual([
      '47% (20)',
      'not shown',
      'fewer than 5',
      'fewer than 5',
      'fewer than 5',
      'Somewhat unlikely or neither: 37% (16); Somewhat likely or very likely: 16% (7)',
    ]);
  });
});

test('a curve has points only where the count by then can be worked out; the table says where not', () => {
  const waits = { d2: 'few', d7: 'held', d14: 11, d30: 9, d45: 'few', later: 'held', never: 40 } as const;
  const figure = figureWith('told-by-day', 'E2 job_seeker_45_days', {
    n: 80,
    cells: waits,
    headlines: { within_45: 33, within_14: 20 },
  });
  const [series] = figure.form === 'curve' ? figure.series : [];
  if (series === undefined || isWithheld(series)) throw new Error('The curve is not there.');
  expect(series.parts.map(({ upTo, x }) => [upTo, x])).toEqual([
    [7, 9],
    [14, 20],
    [30, 29],
    [45, 33],
  ]);
  expect(rowOf(figure, 'Up to day 2')).toEqual(['fewer than 5', '']);
  expect(linesOf(figure, 'd2')).toEqual([expect.stringMatching(/,80,,,,,,,,small_cell,low$/)]);
  expect(() => wordsIn(figure)).not.toThrow();
});

describe('A middle answer', () => {
  const hours = (cells: ToldSeries['cells']) => {
    const figure = figureWith('hours', 'E4 job_seeker_interviewed', { n: 40, cells });
    return { figure, middle: rowOf(figure, 'Middle answer')?.[0], range: rowOf(figure, 'Range')?.[0] };
  };

  test('is the same wherever the hidden counts are, or else as wide as they allow', () => {
    const apart = hours({ h0_2: 'few', h3_5: 8, h6_10: 14, h11_20: 8, h21_40: 'few', h41p: 'held' });
    expect(apart.middle).toBe('6 to 10 hours');
    expect(rowOf(apart.figure, '41 hours or more')?.[0]).toBe('not shown');
    const open = hours({ h0_2: 'held', h3_5: 18, h6_10: 2, h11_20: 10, h21_40: 5, h41p: 'few' });
    // Four of the five hidden at the low end put 22 of 40 at up to 5 hours, four at the high end 19.
    expect(open.middle).toBe('3 to 10 hours');
  });

  test('is drawn at each size', () => {
    const { figure } = hours({ h0_2: 'held', h3_5: 18, h6_10: 2, h11_20: 10, h21_40: 5, h41p: 'few' });
    for (const size of ['wide', 'narrow'] as const) expect(wordsIn(figure, size)).toContain('3 to 10 hours');
  });
});

test('those who did not say are one sum in every note, few of them in words', () => {
  const known = (unsaid: number | null) =>
    inWords(
      figureWith('known-not-said', 'E18 employer_told', {
        n: 140,
        cells: { then: 38, asked: 14, not: 88 },
        headlines: { told: 52 },
        unsaid,
      }),
    ).notes.join();
  expect(known(null)).toContain('Fewer than 10 others had a reason and did not or could not say');
  expect(known(23)).toContain('23 others had a reason and did not or could not say');
});
