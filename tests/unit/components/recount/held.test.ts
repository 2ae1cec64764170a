import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { held, type Shown } from '../../../../src/components/recount/client/held.ts';
import { readLines, type PackageLine } from '../../../../src/release/recount/packageLine.ts';
import { differenceRow, workedCells } from '../../../../src/words/worked/workedCells.ts';

const lines = (name: string) => readLines(readFileSync(`src/content/releases/sample/${name}.csv`, 'utf8'));
const [estimates, comparisons] = [lines('estimates'), lines('comparisons')];

const shownAs = (file: readonly PackageLine[], cells: (line: PackageLine) => readonly string[]): Shown[] =>
  file.map((line) => ({ line: line.number, cells: cells(line) }));
const page = {
  estimates: shownAs(estimates, (line) => workedCells(line, estimates)),
  comparisons: shownAs(comparisons, differenceRow),
};

describe('what a page loads to work a figure out anew', () => {
  test('finds that every line of the sample agrees with the file and the page', () => {
    const found = held(estimates, comparisons, page.estimates, page.comparisons);
    console.log(
      `${found.lines} lines, ${found.numbers} numbers, by the code that the page loads: ${found.differences.length} differences`,
    );
    expect(found.differences).toEqual([]);
    expect(found.lines).toBe(estimates.length + comparisons.length);
  });

  test('says which number of the page is not that of the file', () => {
    const [first, ...others] = page.estimates;
    const cells = ['454 of 1,170', ...(first?.cells.slice(1) ?? [])];
    const altered = [{ line: first?.line ?? 0, cells }, ...others];
    expect(held(estimates, comparisons, altered, []).differences).toEqual([
      'estimates.csv, line 2: this page shows “454 of 1,170”, and the file says “453 of 1,170”.',
    ]);
  });

  test('says which number of the file does not follow from its counts', () => {
    const csv = readFileSync('src/content/releases/sample/estimates.csv', 'utf8').replace(
      '0.359681',
      '0.359682',
    );
    const file = readLines(csv);
    const own = file.slice(0, 1).map((line) => ({ line: line.number, cells: workedCells(line, file) }));
    expect(held(file, comparisons, own, []).differences).toEqual([
      'estimates.csv, line 2, lo: 0.359682 in the file, 0.359681 worked out here.',
    ]);
  });

  test('says of a line that the file has not that it is not there', () => {
    expect(held(estimates, comparisons, [{ line: 9999, cells: [] }], []).differences).toEqual([
      'estimates.csv has no line 9999.',
    ]);
  });

  test('shows no digit of a line that is withheld but what the rules let be said', () => {
    const hidden = estimates.filter((line) => !/^(published|carried)$/.test(line.of('status')));
    const words = new Set(
      hidden.map((line) =>
        workedCells(line, estimates)
          .join('|')
          .replace(/(of|than) \d+/g, '$1 n'),
      ),
    );
    expect([...words].sort()).toMatchInlineSnapshot(`
      [
        "Fewer than n of n|||",
        "Fewer than n|||",
        "Held back|||",
        "Not shown|||",
        "Too few answers yet: under 30|||",
      ]
    `);
  });
});
