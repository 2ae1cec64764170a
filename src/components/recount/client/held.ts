import { disagreements } from '../../../release/recount/disagreements.ts';
import type { PackageLine } from '../../../release/recount/packageLine.ts';
import { recountDifference } from '../../../release/recount/recountDifference.ts';
import { recountLine, type Recounted } from '../../../release/recount/recountLine.ts';
import { differenceRow, workedCells } from '../../../words/worked/workedCells.ts';

/** A row of a page: the line of the file that it shows, and its numbers. */
export interface Shown {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What came of holding lines that were worked out anew against the file and the page. */
export interface Held {
  readonly lines: number;
  readonly numbers: number;
  /** A sentence each. */
  readonly differences: readonly string[];
}

/** A line worked out anew, and as a row should show it. */
interface Made {
  readonly recounted: Recounted;
  readonly cells: readonly string[];
}

function hold(
  name: string,
  file: readonly PackageLine[],
  shown: readonly Shown[],
  make: (line: PackageLine) => Made,
): Held {
  let numbers = 0;
  const differences = shown.flatMap(({ line: number, cells }) => {
    const line = file.find((one) => one.number === number);
    if (line === undefined) return [`${name} has no line ${number}.`];
    const { recounted, cells: made } = make(line);
    numbers += Object.values(recounted).filter((value) => value !== '').length;
    return [
      ...disagreements(line, recounted).map(
        ({ column, inFile, here }) =>
          `${name}, line ${number}, ${column}: ${inFile || 'nothing'} in the file, ${here || 'nothing'} worked out here.`,
      ),
      ...made.flatMap((cell, i) =>
        cell === cells[i]
          ? []
          : [`${name}, line ${number}: this page shows “${cells[i] ?? ''}”, and the file says “${cell}”.`],
      ),
    ];
  });
  return { lines: shown.length, numbers, differences };
}

/** Works out anew what a page shows of a data package, and holds it against both. */
export function held(
  estimates: readonly PackageLine[],
  comparisons: readonly PackageLine[],
  shownEstimates: readonly Shown[],
  shownComparisons: readonly Shown[],
): Held {
  const [a, b] = [
    hold('estimates.csv', estimates, shownEstimates, (line) => ({
      recounted: recountLine(line, estimates),
      cells: workedCells(line, estimates),
    })),
    hold('comparisons.csv', comparisons, shownComparisons, (line) => ({
      recounted: recountDifference(line, estimates),
      cells: differenceRow(line),
    })),
  ];
  return {
    lines: a.lines + b.lines,
    numbers: a.numbers + b.numbers,
    differences: [...a.differences, ...b.differences],
  };
}
