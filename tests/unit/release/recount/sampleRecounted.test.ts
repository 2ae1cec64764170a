import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csvText } from '../../../../src/release/package/csvText.ts';
import { disagreements } from '../../../../src/release/recount/disagreements.ts';
import { readLines } from '../../../../src/release/recount/packageLine.ts';
import { recountDifference } from '../../../../src/release/recount/recountDifference.ts';
import { recountLine } from '../../../../src/release/recount/recountLine.ts';

const text = (name: string): string => readFileSync(`src/content/releases/sample/${name}.csv`, 'utf8');
const [estimates, comparisons] = [text('estimates'), text('comparisons')];

/** What differs when every line of both files is worked out anew, and how many numbers that were. */
function recount(estimatesCsv: string, comparisonsCsv: string) {
  const file = readLines(estimatesCsv);
  const made = [
    ...file.map((line) => ({ line, recounted: recountLine(line, file) })),
    ...readLines(comparisonsCsv).map((line) => ({ line, recounted: recountDifference(line, file) })),
  ];
  return {
    numbers: made.reduce((sum, { recounted }) => sum + Object.keys(recounted).length, 0),
    differences: made.flatMap(({ line, recounted }) => disagreements(line, recounted)),
  };
}

test('every line of the sample’s estimates and comparisons is what its counts make it', () => {
  const { numbers, differences } = recount(estimates, comparisons);
  const lines = [estimates, comparisons].map((csv) => readLines(csv).length);
  console.log(
    `${lines[0]} estimates and ${lines[1]} comparisons, ${numbers} numbers worked out anew: ${differences.length} differences`,
  );
  expect(differences).toEqual([]);
  expect(numbers).toBeGreaterThan(4 * readLines(estimates).length);
});

type Which = Readonly<Record<string, string | RegExp>>;

/** A file with one field of the first line that fits given another text. */
function altered(
  csv: string,
  which: Which,
  column: string,
  text: string | ((field: string) => string),
): string {
  const line = readLines(csv).find((one) =>
    Object.entries(which).every(([name, value]) =>
      typeof value === 'string' ? one.of(name) === value : value.test(one.of(name)),
    ),
  );
  if (line === undefined) throw new Error(`No line has ${JSON.stringify(which)}.`);
  const rows = csv.split('\n');
  const columns = (rows[0] ?? '').split(',');
  const fields = columns.map((name) => {
    const field = line.of(name);
    return name !== column ? field : typeof text === 'string' ? text : text(field);
  });
  rows[line.number - 1] = csvText(columns, [fields]).split('\n')[1] ?? '';
  return rows.join('\n');
}

const one = (n: string): string => String(Number(n) + 1);
/** The last of six decimals. */
const digit = (n: string): string => (Number(n) + 0.000001).toFixed(6);
const published = 'published';

test.each<[string, Which, string, string | ((field: string) => string)]>([
  ['a count of an answer', { estimate_id: 'E3', measure: 'answer', status: published }, 'x', one],
  ['a count of a headline', { estimate_id: 'E3', measure: 'headline', status: published }, 'x', one],
  ['a count of a day', { measure: 'by_day', status: published }, 'x', one],
  ['a count of a group', { segment_var: 'field4', status: published }, 'x', one],
  ['a base', { estimate_id: 'E1', measure: 'answer' }, 'n_answered', one],
  ['a base of who answered', { estimate_id: 'E16', measure: 'answer' }, 'n_answered', one],
  ['how many were asked', { estimate_id: 'E1', measure: 'answer' }, 'n_asked', one],
  ['how many did not say', { estimate_id: 'E2', measure: 'not_in_base' }, 'x', one],
  ['a share', { segment_var: 'size3', status: published }, 'share', digit],
  ['a lower end', { measure: 'by_day', status: published }, 'lo', digit],
  ['an upper end', { measure: 'headline', status: published }, 'hi', digit],
  ['what bands imply', { measure: 'implied_share', status: published }, 'implied_upper', digit],
  ['the range of bands', { measure: 'implied_share', status: published }, 'hi', digit],
  ['a median', { measure: 'median', status: published }, 'median', 'h11_20'],
  ['the end of its range', { measure: 'median', status: published }, 'median_hi', 'h11_20'],
  ['whether a range is wide', { wide_range: 'false' }, 'wide_range', 'true'],
  ['a small count', { status: 'small_cell', measure: 'answer' }, 'x', '3'],
  ['a withheld count', { status: 'withheld' }, 'x', '3'],
  ['a share of a small count', { status: 'small_cell', measure: 'answer' }, 'share', '0.010000'],
  ['a range of a withheld count', { status: 'withheld' }, 'lo', '0.010000'],
  ['a share of few answers', { status: 'small_base' }, 'share', '0.500000'],
])('%s, altered, is found', (_, which, column, text) => {
  const csv = altered(estimates, which, column, text);
  expect(csv).not.toBe(estimates);
  expect(recount(csv, comparisons).differences).not.toEqual([]);
});

test.each([
  ['a difference', 'difference', digit],
  ['the lower end of its range', 'lo', digit],
  ['the upper end', 'hi', digit],
  ['the p of its counts', 'p_counts', digit],
  ['the count of one side', 'a_x', one],
  ['the base of the other', 'b_n', one],
] as const)('%s, altered, is found', (_, column, text) => {
  const csv = altered(comparisons, { difference: /./ }, column, text);
  expect(csv).not.toBe(comparisons);
  expect(recount(estimates, csv).differences).toHaveLength(1);
});

test('a line with a field too few is refused, by its number', () => {
  expect(() => readLines('a,b\n1,2\n3\n')).toThrow('Line 3 has 1 fields, and the header 2.');
});
