import { expect, test } from 'vitest';
import { estimateColumns } from '../../../src/release/package/estimateColumns.ts';
import { csv } from '../../../src/words/csv.ts';
import { chartIds, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { wilson } from '../../../src/statistics/wilson.ts';
import { withholding } from '../../examples/release.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

const linesOf = (slug: string) =>
  csv(figureOf(slug, sampleSource))
    .trimEnd()
    .split('\n')
    // No label of the questionnaire holds a comma next to a quote, so this reads every field that is looked at below.
    .map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []);

/** A profile of those who answered: counts and shares without ranges (protocol 1.6, E16). */
const FACTS = 'who-answered';

test.each(chartIds.filter((id) => id !== FACTS))(
  '%s: shares and ranges follow from the counts beside them',
  (slug) => {
    const [header = [], ...lines] = linesOf(slug);
    const at = (line: string[], column: string) => line[header.indexOf(column)] ?? '';
    const counted = lines.filter((line) => at(line, 'method') === 'wilson');
    expect(counted.length).toBeGreaterThan(2);
    for (const line of counted) {
      const again = wilson(Number(at(line, 'x')), Number(at(line, 'n_answered')));
      expect(Number(at(line, 'share'))).toBeCloseTo(again?.share ?? NaN, 6);
      expect(Number(at(line, 'lo'))).toBeCloseTo(again?.lo ?? NaN, 6);
      expect(Number(at(line, 'hi'))).toBeCloseTo(again?.hi ?? NaN, 6);
    }
  },
);

test('who answered is counts and shares of everybody, and no range; kinds too few to show have no number', () => {
  const [header = [], ...lines] = linesOf(FACTS);
  const at = (line: string[], column: string) => line[header.indexOf(column)];
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) {
    expect([at(line, 'lo'), at(line, 'hi'), at(line, 'method')]).toEqual(['', '', '']);
    if (at(line, 'status') === 'withheld') {
      expect([at(line, 'x'), at(line, 'share')]).toEqual(['', '']);
      continue;
    }
    expect(Number(at(line, 'share'))).toBeCloseTo(Number(at(line, 'x')) / Number(at(line, 'n_answered')), 6);
  }
});

test('what is beside a ladder in its table is in its file, too', () => {
  const [header = [], ...lines] = linesOf('explanation-ladder');
  expect([...new Set(lines.map((line) => line[header.indexOf('series')]))]).toEqual([
    'job_seeker_interviewed',
    'employer_interviewed',
    'job_seeker_interviewed_at_no',
    'employer_interviewed_at_no',
  ]);
});

test('employers’ bands are their interval and what chance adds, in the columns of the data package', () => {
  const [header = [], ...lines] = linesOf('told-by-stage');
  const columns = ['implied_lower', 'implied_upper', 'lo', 'hi'] as const;
  const packaged = estimateColumns.map(({ name }) => name);
  for (const column of columns) expect(packaged).toContain(column);
  const at = (line: string[], column: string) => line[header.indexOf(column)] ?? '';
  const bands = lines.filter((line) => at(line, 'method') === 'imbens_manski');
  expect(bands.map((line) => at(line, 'series'))).toEqual(expect.arrayContaining(['interviewed', 'applied']));
  for (const line of bands) {
    const [lower = 0, upper = 0, lo = 0, hi = 0] = columns.map((column) => Number(at(line, column)));
    expect([lo, lower, upper, hi]).toEqual([lo, lower, upper, hi].toSorted((a, b) => a - b));
    expect(hi - lo).toBeGreaterThan(upper - lower);
  }
  for (const line of lines.filter((one) => at(one, 'method') === 'wilson'))
    expect([at(line, 'implied_lower'), at(line, 'implied_upper')]).toEqual(['', '']);
});

test('a withheld group carries no number', () => {
  const { release } = sampleSource;
  const nothing = withholding(
    release,
    ...release.tables.map(({ table }) => table).filter((table) => table.startsWith('E')),
  );
  for (const id of chartIds) {
    const [, ...lines] = csv(figureOf(id, { ...sampleSource, release: nothing }))
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/,,,,,,,,,(small_base|withheld),$/);
  }
});

test.each(pictureIds)('%s is the same text to a spreadsheet that takes it for Windows-1252', (id) => {
  const text = csv(figureOf(id, sampleSource));
  expect(new TextDecoder('windows-1252').decode(Buffer.from(text))).toBe(text);
});
