import type { PackageLine } from './packageLine.ts';
import type { Recounted } from './recountLine.ts';

/** A number of a package that is not what its counts make it. */
export interface Disagreement {
  readonly line: number;
  readonly column: string;
  readonly inFile: string;
  readonly here: string;
}

/** The columns of a line that say something else than was worked out anew. */
export const disagreements = (line: PackageLine, recounted: Recounted): readonly Disagreement[] =>
  Object.entries(recounted).flatMap(([column, here]) => {
    const inFile = line.of(column);
    return inFile === here ? [] : [{ line: line.number, column, inFile, here }];
  });
