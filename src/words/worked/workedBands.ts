import { count, percentRange } from '../../figures/percent.ts';
import type { PackageLine } from '../../release/recount/packageLine.ts';
import { bandsBehind } from '../../release/recount/recountLine.ts';
import { impliedShare, impliedSteps, type BandCount } from '../../statistics/impliedShare.ts';
import { between, rounded, type Step } from './step.ts';

/** The mean of one limit of the bands, with its counts. */
function meanOf(bands: readonly BandCount[], limit: 'lower' | 'upper', n: number, mean: number): string {
  const terms = bands.filter((band) => band.n > 0 && band[limit] > 0);
  const sum = terms.map((band) => `${band.n} · ${(band[limit] / 100).toFixed(2)}`).join(' + ');
  return `${limit} = (${sum || '0'}) / ${n} = ${between(mean)}`;
}

/** What bands imply, and what chance adds, step by step, each employer counted once. @returns nothing for a line without numbers */
export function workedBands(line: PackageLine, file: readonly PackageLine[]): readonly Step[] {
  const bands = bandsBehind(line, file);
  const [steps, found] = [impliedSteps(bands), impliedShare(bands)];
  if (line.of('implied_lower') === '' || steps === null || found === null) return [];
  const { n, lower, upper, distance, z } = steps;
  const { lo, hi } = found.range;
  return [
    {
      says: `Each of ${count(n)} employers named a band, from one limit to another. The mean of the lower limits and that of the upper ones bound the mean share: ${percentRange(found.lower, found.upper)}.`,
      sums: [meanOf(bands, 'lower', n, lower.mean), meanOf(bands, 'upper', n, upper.mean)],
    },
    {
      says: 'The standard error of each mean: the root of the mean square distance from it, over the root of n − 1.',
      sums: [`s lower = ${between(lower.error)}`, `s upper = ${between(upper.error)}`],
    },
    {
      says: 'The two ends lie so many of the larger standard errors apart; with only one end likely to be missed, z is smaller than 1.96 (Imbens and Manski).',
      sums: [
        `(${between(upper.mean)} − ${between(lower.mean)}) / ${between(Math.max(lower.error, upper.error))} = ${between(distance)}`,
        `z = ${between(z)}`,
      ],
    },
    {
      says: 'How many yes-or-no answers would have the same mean and standard error: m(1 − m)/s².',
      sums: [`n lower = ${between(lower.likeYesNo)}`, `n upper = ${between(upper.likeYesNo)}`],
    },
    {
      says: `Wilson’s lower end for the lower mean and his upper end for the upper one, with this z and these n: with what chance adds, ${percentRange(lo, hi)}.`,
      sums: [`lower end = ${rounded(lo)}`, `upper end = ${rounded(hi)}`],
    },
  ];
}
