import { expect, test } from 'vitest';
import { csv } from '../../../src/words/csv.ts';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
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

test('who answered is counts and shares, and no range', () => {
  const [header = [], ...lines] = linesOf(FACTS);
  const at = (line: string[], column: string) => line[header.indexOf(column)];
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) {
    expect([at(line, 'lo'), at(line, 'hi'), at(line, 'method')]).toEqual(['', '', '']);
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

test('employers’ bands are their interval, and beside it what chance adds', () => {
  const [header = [], ...lines] = linesOf('told-by-stage');
  const at = (line: string[] | undefined, column: string) => line?.[header.indexOf(column)];
  const of = (method: string) => lines.filter((line) => at(line, 'method') === method);
  const [bands, chance] = [of('implied_share'), of('imbens_manski')];
  expect(bands.map((line) => at(line, 'series'))).toEqual(['interviewed', 'applied']);
  for (const [i, line] of bands.entries()) {
    expect(Number(at(line, 'lo'))).toBeGreaterThan(Number(at(chance[i], 'lo')));
    expect(Number(at(line, 'hi'))).toBeLessThan(Number(at(chance[i], 'hi')));
  }
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
    for (const line of lines) expect(line).toMatch(/,,,,,,,small_base$/);
  }
});
