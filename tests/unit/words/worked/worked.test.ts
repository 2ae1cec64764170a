import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readLines, type PackageLine } from '../../../../src/release/recount/packageLine.ts';
import { isFact, isPrinted } from '../../../../src/release/recount/recountLine.ts';
import type { Step } from '../../../../src/words/worked/step.ts';
import { workedBands } from '../../../../src/words/worked/workedBands.ts';
import { workedDifference } from '../../../../src/words/worked/workedDifference.ts';
import { workedMedian } from '../../../../src/words/worked/workedMedian.ts';
import { workedShare } from '../../../../src/words/worked/workedShare.ts';

const read = (name: string) => readLines(readFileSync(`src/content/releases/sample/${name}.csv`, 'utf8'));
const [estimates, comparisons] = [read('estimates'), read('comparisons')];
const printed = (measure: RegExp) =>
  estimates.filter((line) => measure.test(line.of('measure')) && isPrinted(line) && !isFact(line));
const sums = (steps: readonly Step[]): readonly string[] => steps.flatMap((step) => step.sums);

/** The value that a line of arithmetic comes to, worked out from the numbers that it prints. */
function valueOf(sum: string): number {
  const [, formula = ''] = /^[^=]*= (.*) = [^=]*$/.exec(sum) ?? /^= (.*) = [^=]*$/.exec(sum) ?? [];
  const code = formula
    .replace(/^.* = /, '')
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll(/(?<=[\d)])²/g, '**2')
    .replaceAll('√', 'Math.sqrt');
  if (!/^[\d.+\-*/() ]*(Math\.sqrt[\d.+\-*/() ]*)*$/.test(code)) throw new Error(`No arithmetic: ${sum}`);
  return Number(runInNewContext(code, { Math }));
}
const resultOf = (sum: string): number => Number(sum.replace(/^.* = /s, '').replaceAll('−', '-'));

describe('a share, step by step', () => {
  const lines = printed(/^(answer|headline|by_day)$/);
  test('ends at the range of the file, of every line that has one', () => {
    for (const line of lines) {
      const ends = sums(workedShare(line, estimates)).slice(-2);
      const last = (sum: string | undefined) => /[\d.]+(?=$|, because)/.exec(sum ?? '')?.[0];
      expect(ends.map(last), `line ${line.number}`).toEqual(
        [line.of('lo'), line.of('hi')].map((end) =>
          Number(end) % 1 === 0 && !ends.join().includes('because') ? Number(end).toFixed(6) : end,
        ),
      );
    }
    expect(lines.length).toBeGreaterThan(500);
  });

  test('can be followed with the numbers that it prints, to the sixth decimal', () => {
    for (const line of lines) {
      const arithmetic = sums(workedShare(line, estimates)).filter((sum) =>
        /^(=|lower end = 0\.\d+ |upper end = 0\.\d+ )/.test(sum),
      );
      for (const sum of arithmetic)
        expect(Math.abs(valueOf(sum) - resultOf(sum)), `line ${line.number}: ${sum}`).toBeLessThan(1.1e-6);
    }
  });
});

const all = (
  lines: readonly PackageLine[],
  steps: (line: PackageLine) => readonly Step[],
  end: (line: PackageLine) => readonly string[],
) => {
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const text = steps(line)
      .map(({ says, sums: own }) => [says, ...own].join(' '))
      .join(' ');
    for (const one of end(line)) expect(text, `line ${line.number}`).toContain(one);
  }
};

test('a median, step by step, ends at the answers of the file', () => {
  const labels = new Map(printed(/^answer$/).map((line) => [line.of('option'), line.of('label')]));
  all(
    printed(/^median$/),
    (line) => workedMedian(line, estimates),
    (line) => ['median', 'median_lo', 'median_hi'].map((column) => `“${labels.get(line.of(column))}”`),
  );
});

test('what bands imply, step by step, ends at the range of the file', () => {
  all(
    printed(/^implied_share$/),
    (line) => workedBands(line, estimates),
    (line) => [
      ...['implied_lower', 'implied_upper'].map((column) => `= ${line.of(column)}`.slice(0, -1)),
      ...['lo', 'hi'].map((column) => `= ${line.of(column)}`),
    ],
  );
});

test('a difference, step by step, ends at the range of the file', () => {
  all(
    comparisons.filter((line) => line.of('difference') !== ''),
    workedDifference,
    (line) => ['lo', 'hi'].map((column) => `= ${line.of(column).replace('-', '−')}`),
  );
});

test('a line without numbers has no steps', () => {
  const hidden = estimates.filter((line) => !isPrinted(line));
  expect(hidden.length).toBeGreaterThan(10);
  for (const line of hidden)
    expect(
      [workedShare(line, estimates), workedMedian(line, estimates), workedBands(line, estimates)].flat(),
    ).toEqual([]);
});
