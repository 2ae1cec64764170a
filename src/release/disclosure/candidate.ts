import { cellRule } from './cellRule.ts';
import { complementRule, type Cells } from './complementRule.ts';
import { categoryOf, type Partition } from './partition.ts';
import type { Withholding } from './protection.ts';
import type { ShownCell, ShownGroup, ShownTable } from './shown.ts';
import { hasMinimumBase, isSafeGroup } from './thresholds.ts';

/**
 * P3: a group is shown only with enough answers for a percentage; where none is made, as for the responses a rule left
 * out, ten people are enough (P9).
 * @returns the codes of the groups that have enough.
 */
export const baseRule = ({
  categories,
  indicators,
}: Pick<Partition, 'categories' | 'indicators'>): readonly string[] =>
  Object.entries(categories)
    .filter(([, { n }]) => (indicators.length === 0 ? isSafeGroup(n) : hasMinimumBase(n)))
    .map(([code]) => code);

/** The number of people in no category that is shown: total minus shown groups. */
const residual = (partition: Partition, shown: readonly string[]): number =>
  Object.entries(partition.categories)
    .filter(([code]) => !shown.includes(code))
    .reduce((sum, [, { n }]) => sum + n, partition.rest.n);

/**
 * P4: the people not shown must together be none or at least ten; until they are, the smallest shown group is withheld
 * too. Not for overall tables, which print the people in no category by reason.
 * @returns the codes that may still be shown.
 */
export function residualRule(partition: Partition, shown: readonly string[]): readonly string[] {
  if (partition.segment === null || isSafeGroup(residual(partition, shown))) return shown;
  const size = (code: string): number => categoryOf(partition, code).n;
  const smallest = shown.toSorted((a, b) => size(a) - size(b))[0];
  return smallest === undefined
    ? shown
    : residualRule(
        partition,
        shown.filter((code) => code !== smallest),
      );
}

/** What a table would show if it were renewed now, after the rules that look at one release only. */
export interface Candidate {
  readonly table: ShownTable;
  /** The codes of the groups whose number of people is shown. */
  readonly shown: readonly string[];
  readonly withheld: readonly Withholding[];
}

function cellsOf(partition: Partition, shown: readonly string[]): { cells: Cells; alone: Cells } {
  const { segment, indicators } = partition;
  const each = (make: (code: string) => Record<string, ShownCell>): Cells =>
    Object.fromEntries(shown.map((code) => [code, make(code)]));
  if (segment === null) {
    const cells = each((code) =>
      Object.fromEntries(
        Object.entries(categoryOf(partition, code).x).map(([name, x]) => [name, { status: 'published', x }]),
      ),
    );
    return { cells, alone: cells };
  }
  const alone = each((code) => cellRule(indicators, categoryOf(partition, code)));
  return { alone, cells: complementRule(partition, alone) };
}

/** Applies P3, P4 and P5, in this order, to the counts of one release. */
export function candidate(partition: Partition, release: string): Candidate {
  const { table, segment, categories, rest, indicators } = partition;
  const large = baseRule(partition);
  const shown = residualRule(partition, large);
  const { cells, alone } = cellsOf(partition, shown);
  const withheld: Withholding[] = [];
  const group = (code: string): ShownGroup => {
    if (shown.includes(code))
      return { status: 'published', n: categoryOf(partition, code).n, cells: cells[code] ?? {} };
    const small = !large.includes(code);
    withheld.push({ table, category: code, indicator: null, rule: small ? 'base' : 'residual' });
    return { status: small ? 'small_base' : 'withheld' };
  };
  const groups = Object.fromEntries(Object.keys(categories).map((code) => [code, group(code)]));
  if (segment !== null)
    for (const code of shown)
      for (const indicator of indicators) {
        const cell = cells[code]?.[indicator];
        if (cell?.status === 'published') continue;
        const own = alone[code]?.[indicator]?.status;
        withheld.push({
          table,
          category: code,
          indicator,
          rule: own === 'published' ? 'complement' : 'cell',
        });
      }
  const asides = segment === null && shown.length > 0 ? rest.x : null;
  return { table: { table, segment, vintage: release, carried: false, groups, asides }, shown, withheld };
}
