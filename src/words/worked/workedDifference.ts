import type { PackageLine } from '../../release/recount/packageLine.ts';
import { newcombe } from '../../statistics/newcombe.ts';
import { wilson } from '../../statistics/wilson.ts';
import { between, rounded, type Step } from './step.ts';
import { signed } from './workedCells.ts';

/** The difference of two shares and its range, step by step. @returns nothing for a line without numbers */
export function workedDifference(line: PackageLine): readonly Step[] {
  const [x1, n1, x2, n2] = ['a_x', 'a_n', 'b_x', 'b_n'].map((column) => Number(line.of(column)));
  const [a, b] = [wilson(x1 ?? 0, n1 ?? 0), wilson(x2 ?? 0, n2 ?? 0)];
  const found = a && b && newcombe(a, b);
  if (!found) return [];
  const [p1, l1, u1, p2, l2, u2] = [a.share, a.lo, a.hi, b.share, b.lo, b.hi].map(between);
  return [
    {
      says: 'Each share with the ends l and u of its own range, as above.',
      sums: [
        `p₁ = ${a.x}/${a.n} = ${p1}, l₁ = ${l1}, u₁ = ${u1}`,
        `p₂ = ${b.x}/${b.n} = ${p2}, l₂ = ${l2}, u₂ = ${u2}`,
      ],
    },
    { says: 'The difference.', sums: [`d = p₁ − p₂ = ${signed(between(found.d))}`] },
    {
      says: 'Its range is that of one difference alone (Newcombe).',
      sums: [
        'lower end = d − √((p₁ − l₁)² + (u₂ − p₂)²)',
        `= ${signed(between(found.d))} − √(${between(a.share - a.lo)}² + ${between(b.hi - b.share)}²) = ${signed(rounded(found.lo))}`,
        'upper end = d + √((u₁ − p₁)² + (p₂ − l₂)²)',
        `= ${signed(between(found.d))} + √(${between(a.hi - a.share)}² + ${between(b.share - b.lo)}²) = ${signed(rounded(found.hi))}`,
      ],
    },
  ];
}
