import type { PrintedCounts } from '../countOf.ts';
import type { ShownCell } from '../disclosure/shown.ts';
import { numberIn, type PackageLine } from './packageLine.ts';

/** Everybody of one series, as the lines of a package print them. */
export interface PrintedSeries extends PrintedCounts {
  readonly answers: readonly PackageLine[];
  readonly headlines: PrintedCounts['headlines'];
  readonly indicators: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /** The line of those who were asked and are not in the base; none where everybody who was asked is. */
  readonly aside: PackageLine | undefined;
}

function cellIn(line: PackageLine): ShownCell {
  const x = numberIn(line, 'x');
  if (x !== undefined) return { status: 'published', x };
  if (line.of('status') !== 'small_cell') return { status: 'withheld' };
  return { status: 'small_cell', bound: line.of('bound') === 'high' ? 'high' : 'low' };
}

const cellsIn = (lines: readonly PackageLine[]) =>
  Object.fromEntries(lines.map((line) => [line.of('option'), cellIn(line)] as const));

/** Whether a line is of everybody in the series of another, not of one group. */
const isBeside = (line: PackageLine, other: PackageLine): boolean =>
  ['estimate_id', 'series'].every((column) => line.of(column) === other.of(column)) &&
  line.of('segment_var') === 'none';

/** The answers that a line counts. */
export const partsOf = (line: PackageLine): readonly string[] => line.of('parts').split(' ');

/** The series that a line is of, as a whole. */
export function seriesOf(line: PackageLine, file: readonly PackageLine[]): PrintedSeries {
  const lines = file.filter((other) => isBeside(other, line));
  const of = (measure: string) => lines.filter((one) => one.of('measure') === measure);
  const [answers, headlines] = [of('answer'), of('headline')];
  const [any] = answers;
  return {
    estimate: line.of('estimate_id'),
    id: line.of('series'),
    n_answered: (any && numberIn(any, 'n_answered')) ?? 0,
    answers,
    cells: cellsIn(answers),
    headlines: cellsIn(headlines),
    indicators: headlines.map((one) => ({ id: one.of('option'), cells: partsOf(one) })),
    aside: of('not_in_base')[0],
  };
}
