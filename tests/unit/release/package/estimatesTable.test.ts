import { describe, expect, test } from 'vitest';
import { proportionOf } from '../../../../src/release/disclosure/proportionOf.ts';
import { comparisonsTable } from '../../../../src/release/package/comparisonsTable.ts';
import { estimatesTable } from '../../../../src/release/package/estimatesTable.ts';
import type { Release } from '../../../../src/release/release.ts';
import { ANSWERED, tableName, tables } from '../../../../src/release/tables.ts';
import { scanRows, type PrintedRow } from '../../../../src/release/verify/scanRows.ts';
import { publisher } from '../../../examples/publisher.ts';
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

const number = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);

/** A line as the scanner reads it: which table and cell it prints, and its numbers. */
function printedRow(line: Line): PrintedRow {
  const cut = line.segment_var === 'none' ? undefined : line.segment_var;
  return {
    table: tableName(line.estimate_id ?? '', line.series ?? '', cut),
    group: cut === undefined ? ANSWERED : (line.segment ?? ''),
    indicator: line.option ?? '',
    n: number(line.n_answered),
    x: number(line.x),
    share: number(line.share),
    lo: number(line.lo),
    hi: number(line.hi),
  };
}

describe('estimates.csv', () => {
  /** The counts a table of the release prints: answers of the whole, headlines of a group. The others are sums of them. */
  const own = lines.filter(({ measure, segment_var }) =>
    segment_var === 'none' ? measure === 'answer' : true,
  );

  const isFact = ({ estimate_id }: Line) => estimate_id === 'E16';

  test('prints what the tables of the release say and nothing else (V1)', () => {
    const [facts, estimated] = [own.filter(isFact), own.filter((line) => !isFact(line))];
    expect(scanRows(estimated.map(printedRow), release.tables)).toEqual([]);
    // Who answered has no range for chance; all else is as in the table.
    const problems = scanRows(facts.map(printedRow), release.tables);
    expect(problems.filter((sentence) => !/: (lo|hi) is printed as nothing/.test(sentence))).toEqual([]);
    for (const line of facts)
      expect([line.lo, line.hi, line.method, line.wide_range]).toEqual(['', '', '', '']);
  });

  test('has a line for every answer of every overall table and every headline of every group', () => {
    const wanted = tables.flatMap(({ name, series, segment }) =>
      segment === null
        ? series.cells.map(({ code }) => `${name} ${ANSWERED} ${code}`)
        : segment.categories.flatMap(({ code }) =>
            series.indicators.map(({ id }) => `${name} ${code} ${id}`),
          ),
    );
    const found = own.map(printedRow).map(({ table, group, indicator }) => `${table} ${group} ${indicator}`);
    expect(found).toEqual(wanted);
  });

  test('a changed number is found by the scanner', () => {
    const wrong = own
      .filter((line) => !isFact(line))
      .map(printedRow)
      .map((row, index) => (index === 0 ? { ...row, lo: (row.lo ?? 0) + 0.000002 } : row));
    expect(scanRows(wrong, release.tables)).toHaveLength(1);
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

  test('those asked but not in the base are counted beside it', () => {
    const beside = find({ estimate_id: 'E3', series: 'employer_interviewed', measure: 'not_in_base' });
    const { n_asked, n_answered } = only({
      estimate_id: 'E3',
      series: 'employer_interviewed',
      measure: 'answer',
      option: 'form',
    });
    expect(beside.map(({ option }) => option)).toEqual(['cancelled', 'unseen', 'dk', 'pnts', 'blank']);
    expect(Number(n_asked) - Number(n_answered)).toBe(beside.reduce((sum, { x }) => sum + Number(x), 0));
    for (const line of beside) expect(line).toMatchObject({ share: '', lo: '', hi: '', method: '' });
  });

  test('names the questions behind each answer', () => {
    const of = (series: string, option: string) =>
      only({ estimate_id: 'E3', series, measure: 'answer', option }).question_id;
    const atNo = 'job_seeker_interviewed_at_no';
    expect([of(atNo, 'none'), of(atNo, 'form')]).toEqual(['s_outcome', 's_explanation']);
    expect(of('job_seeker_interviewed', 'none')).toBe('s_outcome s_asked');
    expect(only({ estimate_id: 'E4', series: 'job_seeker_applied', option: 'pnts' }).question_id).toBe(
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
    const small = find({ status: 'small_cell' });
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
        asides: null,
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

describe('comparisons.csv', () => {
  const pairs: readonly Line[] = strictCsv(comparisonsTable(release, publisher).csv);

  test('holds every comparison that was fixed beforehand, each as wide as its family asks', () => {
    const families = new Map<string, number>();
    for (const { estimate_id = '' } of pairs) families.set(estimate_id, (families.get(estimate_id) ?? 0) + 1);
    for (const { estimate_id = '', family_size } of pairs)
      expect(Number(family_size)).toBe(families.get(estimate_id));
    // Protocol 2.9: z for 1 and 6 comparisons.
    expect(pairs.find(({ family_size }) => family_size === '1')?.z).toBe('1.959964');
    expect(pairs.find(({ family_size }) => family_size === '6')?.z).toBe('2.638257');
  });

  test('counts what estimates.csv counts: a headline where the series has it, else an answer', () => {
    for (const { estimate_id, a_series, a_option, a_x, a_n } of pairs.filter(({ a_x: x }) => x !== '')) {
      const same = {
        estimate_id: estimate_id ?? '',
        series: a_series ?? '',
        option: a_option ?? '',
        segment_var: 'none',
      };
      const [line] = [...find({ ...same, measure: 'headline' }), ...find({ ...same, measure: 'answer' })];
      expect([line?.x, line?.n_answered]).toEqual([a_x, a_n]);
    }
  });

  test('its range is Newcombe’s, computed here from the printed counts', () => {
    const first = pairs.find(({ status }) => status === 'published');
    if (first === undefined) throw new Error('Nothing is compared.');
    const z = Number(first.z);
    const wilson = (x: number, n: number) => {
      const half = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
      return [(x + (z * z) / 2 - half) / (n + z * z), (x + (z * z) / 2 + half) / (n + z * z)] as const;
    };
    const [ax, an, bx, bn] = [first.a_x, first.a_n, first.b_x, first.b_n].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const [[la, ua], [lb, ub]] = [wilson(ax, an), wilson(bx, bn)];
    const d = ax / an - bx / bn;
    expect(Number(first.difference)).toBeCloseTo(d, 6);
    expect(Number(first.lo)).toBeCloseTo(d - Math.hypot(ax / an - la, ub - bx / bn), 5);
    expect(Number(first.hi)).toBeCloseTo(d + Math.hypot(ua - ax / an, bx / bn - lb), 5);
  });

  test('calls a side higher only where the range leaves out 0, and says nothing of one it may not count', () => {
    for (const { lo, hi, higher, status, difference } of pairs) {
      if (difference === '')
        expect([lo, hi, higher, ['small_base', 'withheld'].includes(status ?? '')]).toEqual([
          '',
          '',
          '',
          true,
        ]);
      else expect(higher).toBe(Number(lo) > 0 ? 'a' : Number(hi) < 0 ? 'b' : 'neither');
    }
    expect(new Set(pairs.map(({ higher }) => higher)).size).toBe(4);
  });
});

test('P8: no share stands in the file that does not follow from a printed count', () => {
  for (const { table, group, indicator, share } of lines
    .filter(({ segment_var, share: printed }) => segment_var !== 'none' && printed !== '')
    .map(printedRow)) {
    const found = release.tables.find((one) => one.table === table)?.groups[group];
    expect(found === undefined ? null : proportionOf(found, indicator)?.share).toBeCloseTo(share ?? NaN, 6);
  }
});
