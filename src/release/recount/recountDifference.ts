import { midP } from '../../statistics/midP.ts';
import { newcombe, type Count } from '../../statistics/newcombe.ts';
import { decimals } from '../package/csvText.ts';
import { numberIn, type PackageLine } from './packageLine.ts';
import type { Recounted } from './recountLine.ts';

/** The lines of estimates.csv that one side of a comparison adds up: a headline, or an answer where the series has no such headline. */
export function linesOf(
  line: PackageLine,
  side: 'a' | 'b',
  estimates: readonly PackageLine[],
): readonly PackageLine[] {
  const groups = line.of(`${side}_segment`).split(' ');
  const own = estimates.filter(
    (one) =>
      one.of('estimate_id') === line.of('estimate_id') &&
      one.of('series') === line.of(`${side}_series`) &&
      one.of('option') === line.of(`${side}_option`) &&
      one.of('segment_var') === line.of('segment_var') &&
      groups.includes(one.of('segment')),
  );
  const of = (measure: string) => own.filter((one) => one.of('measure') === measure);
  return of('headline').length > 0 ? of('headline') : of('answer');
}

/** One side of a comparison, counted from estimates.csv. */
export function sideOf(line: PackageLine, side: 'a' | 'b', estimates: readonly PackageLine[]): Count {
  const lines = linesOf(line, side, estimates);
  const add = (column: string) => lines.reduce((sum, one) => sum + (numberIn(one, column) ?? NaN), 0);
  return { x: add('x'), n: add('n_answered') };
}

/**
 * What the statistics of this project make of one line of comparisons.csv, from the counts of estimates.csv: the difference, its range,
 * and the p of its two counts. What the whole list lets be said is decided among all of its lines.
 * @returns nothing for a line without numbers
 */
export function recountDifference(line: PackageLine, estimates: readonly PackageLine[]): Recounted {
  if (line.of('difference') === '') return {};
  const [a, b] = [sideOf(line, 'a', estimates), sideOf(line, 'b', estimates)];
  const found = newcombe(a, b);
  if (found === null) return {};
  return {
    a_x: decimals(a.x),
    a_n: decimals(a.n),
    b_x: decimals(b.x),
    b_n: decimals(b.n),
    difference: decimals(found.d),
    lo: decimals(found.lo),
    hi: decimals(found.hi),
    p_counts: decimals(midP(a, b)),
  };
}
