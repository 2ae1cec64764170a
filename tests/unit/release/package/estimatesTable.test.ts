import { describe, expect, test } from 'vitest';
import { estimatesTable } from '../../../../src/release/package/estimatesTable.ts';
import { printedRows } from '../../../../src/release/package/printedRows.ts';
import type { Release } from '../../../../src/release/release.ts';
import { ANSWERED, tables } from '../../../../src/release/tables.ts';
import { scanRows } from '../../../../src/release/verify/scanRows.ts';
import { publisher } from '../../../examples/publisher.ts';
import { withCounts } from '../../../examples/release.ts';
import { wholeRelease } from '../../../examples/wholeRelease.ts';
import { strictCsv } from './strictCsv.ts';

type Line = Readonly<Record<string, string>>;

const release = wholeRelease();
const lines: readonly Line[] = strictCsv(estimatesTable(release, publisher).csv);
const find = (wanted: Line): readonly Line[] =>
  lines.filter((line) => Object.entries(wanted).every(([name, value]) => line[name] === value));
function only(wanted: Line): Line {
  const [line, ...others] = find(wanted);
  if (line === undefined || others.length > 0)
    throw new Error(`${JSON.stringify(wanted)}: ${find(wanted).length} lines.`);
  return line;
}

describe('estimates.csv', () => {
  const rows = printedRows(release);

  test('prints what the tables of the release say and nothing else (V1)', () => {
    expect(scanRows(rows, release.tables)).toEqual([]);
    // Who answered has no range for chance.
    for (const line of find({ estimate_id: 'E16' }))
      expect([line.lo, line.hi, line.method, line.wide_range]).toEqual(['', '', '', '']);
  });

  test('has a line for every answer and headline of every overall table, and every headline of every group', () => {
    const wanted = tables
      .filter(({ series }) => series.partedBy === undefined)
      .flatMap(({ name, series, segment }) =>
        (segment === null ? [ANSWERED] : segment.categories.map(({ code }) => code)).flatMap((group) => [
          ...(segment === null ? series.cells.map(({ code }) => `${name} ${group} ${code}`) : []),
          ...series.indicators.map(({ id }) => `${name} ${group} ${id}`),
        ]),
      );
    expect(rows.map(({ table, group, indicator }) => `${table} ${group} ${indicator}`)).toEqual(wanted);
  });

  test('a changed number is found by the scanner', () => {
    const [first, ...others] = rows;
    if (first?.lo == null) throw new Error('The first line has no range.');
    expect(scanRows([{ ...first, lo: first.lo + 0.000002 }, ...others], release.tables)).toHaveLength(1);
  });

  test('a headline adds up its parts', () => {
    const parts = ['kept', 'late', 'broken'].map((option) =>
      Number(only({ estimate_id: 'E5', series: 'job_seeker_interviewed', measure: 'answer', option }).x),
    );
    const headline = only({
      estimate_id: 'E5',
      series: 'job_seeker_interviewed',
      measure: 'headline',
      option: 'promised',
      segment_var: 'none',
    });
    expect(headline).toMatchObject({
      parts: 'kept late broken',
      x: String(parts.reduce((sum, x) => sum + x, 0)),
    });
  });

  test('a day is the cumulative count of people told by then, and days keep their order', () => {
    const days = find({ estimate_id: 'E2', measure: 'by_day' });
    expect(days.map(({ option, upper, parts }) => [option, upper, parts])).toEqual([
      ['d2', '2', 'd2'],
      ['d7', '7', 'd2 d7'],
      ['d14', '14', 'd2 d7 d14'],
      ['d30', '30', 'd2 d7 d14 d30'],
      ['d45', '45', 'd2 d7 d14 d30 d45'],
    ]);
    const counts = find({ estimate_id: 'E2', measure: 'answer' }).map(({ x }) => Number(x));
    expect(days.map(({ x }) => Number(x))).toEqual(
      [1, 2, 3, 4, 5].map((to) => counts.slice(0, to).reduce((sum, x) => sum + x, 0)),
    );
  });

  test('bands say what they imply, and no share', () => {
    const bands = find({ estimate_id: 'E11', series: 'employer_interviewed', measure: 'answer' });
    const mean = (limit: 'lower' | 'upper') =>
      bands.reduce((sum, band) => sum + Number(band.x) * Number(band[limit]), 0) /
      (100 * Number(bands[0]?.n_answered));
    const line = only({ estimate_id: 'E11', series: 'employer_interviewed', measure: 'implied_share' });
    expect(line).toMatchObject({
      method: 'imbens_manski',
      share: '',
      x: '',
      wide_range: '',
      n_effective: '',
      implied_lower: mean('lower').toFixed(6),
      implied_upper: mean('upper').toFixed(6),
    });
    // A 95 percent range of a mean of so many, roughly.
    const half = 1.645 * Math.sqrt(0.15 / Number(line.n_answered));
    expect(Number(line.lo)).toBeLessThan(mean('lower'));
    expect(Number(line.lo)).toBeGreaterThan(mean('lower') - 1.3 * half);
    expect(Number(line.hi)).toBeGreaterThan(mean('upper'));
    expect(Number(line.hi)).toBeLessThan(mean('upper') + 1.3 * half);
  });

  test('bands of employers are weighted by the people each speaks of, from the lines that have a weight', () => {
    const bands = find({ estimate_id: 'E11', measure: 'answer' }).filter(({ weight }) => weight !== '');
    expect([...new Set(bands.map(({ series, weight }) => `${series ?? ''} ${weight ?? ''}`))]).toEqual([
      'employer_interviewed_v1_10 5',
      'employer_interviewed_v11_50 30',
      'employer_interviewed_v51_200 125',
      'employer_interviewed_v201_1000 600',
      'employer_interviewed_v1000p 1500',
    ]);
    const sum = (of: (weight: number, band: Line) => number) =>
      bands.reduce((total, band) => total + Number(band.x) * of(Number(band.weight), band), 0);
    const mean = (limit: 'lower' | 'upper') =>
      sum((weight, band) => (weight * Number(band[limit])) / 100) / sum((weight) => weight);
    const wanted = { measure: 'implied_share_of_people', segment_var: 'none' };
    expect(only(wanted)).toMatchObject({
      series: 'employer_interviewed',
      method: 'imbens_manski',
      n_answered: String(sum(() => 1)),
      implied_lower: mean('lower').toFixed(6),
      implied_upper: mean('upper').toFixed(6),
      n_effective: (sum((weight) => weight) ** 2 / sum((weight) => weight ** 2)).toFixed(6),
    });
  });

  test('a median lies where the counts reach half, its range where the ranks say', () => {
    const series = 'job_seeker_interviewed';
    const answers = find({ estimate_id: 'E4', series, measure: 'answer' });
    const n = Number(answers[0]?.n_answered);
    const reached = (rank: number): string | undefined => {
      let sum = 0;
      return answers.find(({ x }) => (sum += Number(x)) >= rank)?.option;
    };
    // For so many answers the normal approximation names the same ranks, give or take one: z √n / 2 around the middle.
    const spread = (1.96 * Math.sqrt(n)) / 2;
    const line = only({ estimate_id: 'E4', series, measure: 'median' });
    expect(line).toMatchObject({
      method: 'median_ranks',
      median: reached((n + 1) / 2),
      share: '',
      lo: '',
      hi: '',
    });
    expect([reached(n / 2 - spread - 1), reached(n / 2 - spread + 1)]).toContain(line.median_lo);
    expect([reached(n / 2 + spread - 1), reached(n / 2 + spread + 1)]).toContain(line.median_hi);
  });

  test('those asked but not in the base are one sum beside it, and no number where they are fewer than ten', () => {
    const beside = find({ measure: 'not_in_base' }).filter(({ estimate_id }) => estimate_id !== 'E16');
    const [few, known] = [beside.filter(({ x }) => x === ''), beside.filter(({ x }) => x !== '')];
    expect([few.length > 3, known.length > 3]).toEqual([true, true]);
    for (const { n_asked, n_answered, x } of known.filter(({ status }) => status === 'published')) {
      expect(Number(n_asked) - Number(n_answered)).toBe(Number(x));
      expect(x === '0' || Number(x) >= 10).toBe(true);
    }
    for (const { n_asked, status } of few) {
      expect(n_asked).toBe('');
      expect(status).not.toMatch(/published|carried/);
    }
    for (const line of beside)
      expect(line).toMatchObject({ option: 'unsaid', share: '', lo: '', hi: '', method: '' });
  });

  test('no line tells of one to nine people who were asked and did not answer (protocol 2.5)', () => {
    const printed = lines.filter(({ n_asked }) => n_asked !== '');
    expect(printed.length).toBeGreaterThan(100);
    for (const { n_asked, n_answered, segment_var, estimate_id } of printed) {
      const silent = Number(n_asked) - Number(n_answered);
      expect([estimate_id, segment_var, silent === 0 || silent >= 10]).toEqual([estimate_id, 'none', true]);
    }
  });

  test('names the questions behind each answer', () => {
    const of = (series: string, option: string) =>
      only({ estimate_id: 'E3', series, measure: 'answer', option }).question_id;
    const atNo = 'job_seeker_interviewed_at_no';
    expect([of(atNo, 'none'), of(atNo, 'form')]).toEqual(['s_outcome', 's_explanation']);
    expect(of('job_seeker_interviewed', 'none')).toBe('s_outcome s_asked');
    expect(only({ estimate_id: 'E4', series: 'job_seeker_applied', option: 'unsaid' }).question_id).toBe(
      's_hours',
    );
    expect(only({ series: 'e_barriers_legal', measure: 'headline' }).question_id).toBe('e_barriers');
  });
});

describe('what may not be said', () => {
  const numbers = [
    'n_asked',
    'n_answered',
    'n_effective',
    'x',
    'share',
    'implied_lower',
    'implied_upper',
    'lo',
    'hi',
    'wide_range',
    'median',
    'bound',
  ];
  const said = (line: Line) => numbers.filter((name) => line[name] !== '');

  test('too small a base and a withheld table carry no number', () => {
    const small = find({ estimate_id: 'E7', series: 'job_seeker_about_them' });
    expect(small.length).toBeGreaterThan(5);
    for (const line of small) expect([line.status, ...said(line)]).toEqual(['small_base']);
    for (const line of find({ estimate_id: 'E9', series: 'job_seeker_none' }))
      expect([line.status, ...said(line)]).toEqual(['withheld']);
  });

  test('a small cell says on which side, of how many, and no more', () => {
    const small = find({ status: 'small_cell' }).filter(({ measure }) => measure !== 'not_in_base');
    expect(small.length).toBeGreaterThan(10);
    for (const line of small) expect(said(line)).toEqual(['n_answered', 'bound']);
    expect(new Set(small.map(({ bound }) => bound))).toEqual(new Set(['high', 'low']));
  });

  test('a withheld cell of a printed group says of how many, and no more', () => {
    const inside = find({ status: 'withheld' }).filter(({ n_answered }) => n_answered !== '');
    expect(inside.length).toBeGreaterThan(1);
    for (const line of inside) expect(said(line)).toEqual(['n_answered']);
  });

  test('old numbers say from when they are', () => {
    const carried = find({ status: 'carried' });
    expect(
      new Set(carried.map(({ estimate_id, vintage }) => `${estimate_id ?? ''} ${vintage ?? ''}`)),
    ).toEqual(new Set(['E2 2026-11', 'E13 2026-11']));
    expect(find({ vintage: '2026-11', status: 'published' })).toEqual([]);
  });

  test('every line stands in every release, whatever is withheld', () => {
    const empty: Release = {
      ...release,
      tables: release.tables.map((table) => ({
        ...table,
        vintage: null,
        rest: null,
        groups: Object.fromEntries(
          Object.keys(table.groups).map((code) => [code, { status: 'withheld' as const }]),
        ),
      })),
    };
    const keys = (all: readonly Line[]) =>
      all.map(({ series, measure, option, segment }) => [series, measure, option, segment].join());
    const others: readonly Line[] = strictCsv(estimatesTable(empty, publisher).csv);
    expect(keys(others)).toEqual(keys(lines));
    for (const line of others) expect(said(line)).toEqual([]);
  });

  test('a range of thirty points is called wide', () => {
    const wide = lines.filter(
      ({ lo, hi, method }) => method === 'wilson' && lo !== '' && Number(hi) - Number(lo) >= 0.3,
    );
    expect(wide.length).toBeGreaterThan(0);
    for (const line of wide) expect(line.wide_range).toBe('true');
    expect(find({ wide_range: 'true' })).toHaveLength(wide.length);
  });
});

test('P8: no share stands in the file that does not follow from a printed count', () => {
  for (const { table, group, indicator, isAnswer, share } of printedRows(release)) {
    const found = release.tables.find((one) => one.table === table)?.groups[group];
    if (share === null || found?.status !== 'published') continue;
    const cell = (isAnswer ? found.cells : (found.headlines ?? found.cells))[indicator];
    expect(cell?.status === 'published' ? cell.x / found.n : null).toBeCloseTo(share, 6);
  }
});

describe('a median beside hidden bands', () => {
  const medianOf = (counts: Readonly<Record<string, number>>) => {
    const table = 'E4 job_seeker_interviewed';
    const rows: readonly Line[] = strictCsv(
      estimatesTable(withCounts(wholeRelease(), table, counts, {}), publisher).csv,
    );
    return rows.find((row) => row.series === 'job_seeker_interviewed' && row.measure === 'median');
  };

  test('is printed where they are all on one side of it and of its range', () => {
    const hours = { h0_2: 0, h3_5: 2, h6_10: 6, h11_20: 90, h21_40: 7, h41p: 3 };
    expect(medianOf(hours)).toMatchObject({ status: 'published', median: 'h11_20', median_lo: 'h11_20' });
  });

  test('is not where they could move it', () => {
    // One to four at the low end put 51 to 54 of 104 at up to ten hours.
    const hours = { h0_2: 2, h3_5: 25, h6_10: 25, h11_20: 22, h21_40: 20, h41p: 10 };
    expect(medianOf(hours)).toMatchObject({ status: 'withheld', median: '', median_lo: '', median_hi: '' });
  });
});
