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

test.each(chartIds)('%s: shares and ranges follow from the counts beside them', (slug) => {
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
