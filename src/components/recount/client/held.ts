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
    const made = make(line);
    numbers += Object.values(made.recounted).filter((value) => value !== '').length;
    return [
      ...disagreements(line, made.recounted).map(
        ({ column, inFile, here }) =>
          `${name}, line ${number}, ${column}: ${inFile || 'nothing'} in the file, ${here || 'nothing'} worked out here.`,
      ),
      ...made.cells.flatMap((cell, i) =>
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
  const both = [
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
    lines: both.reduce((sum, { lines }) => sum + lines, 0),
    numbers: both.reduce((sum, { numbers }) => sum + numbers, 0),
    differences: both.flatMap(({ differences }) => differences),
  };
}
