import { count, percent, percentRange } from '../../figures/percent.ts';
import { numberIn, type PackageLine } from '../../release/recount/packageLine.ts';
import { partsOf, seriesOf } from '../../release/recount/printedSeries.ts';
import { wilson, wilsonSteps, Z_95 } from '../../statistics/wilson.ts';
import { between, rounded, type Step } from './step.ts';

const Z2 = Z_95 * Z_95;

/** The counts that are added up to the one of a line, where all of them are printed. */
function added(line: PackageLine, file: readonly PackageLine[]): readonly Step[] {
  if (line.of('segment_var') !== 'none') return [];
  const codes = partsOf(line);
  const parts = seriesOf(line, file).answers.filter((one) => codes.includes(one.of('option')));
  const counts = parts.map((one) => numberIn(one, 'x'));
  if (parts.length < 2 || counts.includes(undefined)) return [];
  const names = parts.map((one) => `“${one.of('label')}”`).join(' + ');
  return [
    {
      says: 'Add up the answers that it counts.',
      sums: [`x = ${names}`, `x = ${counts.map((x = 0) => count(x)).join(' + ')} = ${line.of('x')}`],
    },
  ];
}

/** The ends, or what stands in their place where nobody or everybody said so. */
function endsOf(
  x: number,
  n: number,
  centre: number,
  half: number,
  lo: number,
  hi: number,
): readonly string[] {
  const low =
    x === 0
      ? 'lower end = 0, because nobody did'
      : `lower end = ${between(centre)} − ${between(half)} = ${rounded(lo)}`;
  const high =
    x === n
      ? 'upper end = 1, because everybody did'
      : `upper end = ${between(centre)} + ${between(half)} = ${rounded(hi)}`;
  return [low, high];
}

/** A share and its Wilson interval, step by step. @returns nothing for a line without numbers */
export function workedShare(line: PackageLine, file: readonly PackageLine[]): readonly Step[] {
  const [x = 0, n = 0] = [numberIn(line, 'x'), numberIn(line, 'n_answered')];
  const found = wilson(x, n);
  if (found === null || line.of('share') === '') return [];
  const { share, lo, hi } = found;
  const { d, centre, half } = wilsonSteps(share, n, Z_95);
  const [p, z, z2] = [between(share), between(Z_95), between(Z2)];
  return [
    ...added(line, file),
    {
      says: `The share: x, who did, over n, who answered. It is printed as ${percent({ x, n })}.`,
      sums: ['p = x/n', `= ${x}/${n} = ${p}`],
    },
    {
      says: 'z, with 95 in 100 of a normal distribution between −z and z, and a divisor d.',
      sums: [`z = ${z}, z² = ${z2}`, 'd = 1 + z²/n', `= 1 + ${z2}/${n} = ${between(d)}`],
    },
    {
      says: 'The centre of the range, a little nearer to one half than the share.',
      sums: ['centre = (p + z²/2n) / d', `= (${p} + ${z2}/${2 * n}) / ${between(d)} = ${between(centre)}`],
    },
    {
      says: 'How far the range reaches on either side of it.',
      sums: [
        'half = (z/d) · √(p(1 − p)/n + z²/4n²)',
        `= (${z}/${between(d)}) · √(${p} · ${between(1 - share)}/${n} + ${z2}/${4 * n * n}) = ${between(half)}`,
      ],
    },
    {
      says: `The range, rounded only now. It is printed as ${percentRange(lo, hi)}.`,
      sums: endsOf(x, n, centre, half, lo, hi),
    },
  ];
}
