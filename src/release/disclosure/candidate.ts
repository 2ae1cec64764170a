import { cellRule } from './cellRule.ts';
import { complementRule, type Cells } from './complementRule.ts';
import { fewAnswers } from './fewAnswers.ts';
import { categoryOf, type Partition } from './partition.ts';
import type { Withholding } from './protection.ts';
import type { ShownCell, ShownGroup, ShownRest, ShownTable } from './shown.ts';
import { smallCounts } from './smallCounts.ts';
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
 * too. Not for overall tables, in which those gave no answer (protocol 2.5).
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
  const { indicators } = partition;
  const each = (make: (code: string) => Record<string, ShownCell>): Cells =>
    Object.fromEntries(shown.map((code) => [code, make(code)]));
  const alone = each((code) => cellRule(indicators, categoryOf(partition, code)));
  return { alone, cells: complementRule(partition, alone) };
}

/** The groups of a table, with the rule for each count that is not printed. */
type Groups = Pick<Candidate, 'shown' | 'withheld'> & {
  readonly groups: Readonly<Record<string, ShownGroup>>;
};

/** Which of these counts are hidden, and by which rule. */
const hiddenIn = (
  { table }: Partition,
  category: string,
  cells: Readonly<Record<string, ShownCell>>,
  rule: (indicator: string) => Withholding['rule'],
): readonly Withholding[] =>
  Object.entries(cells)
    .filter(([, { status }]) => status !== 'published')
    .map(([indicator]) => ({ table, category, indicator, rule: rule(indicator) }));

/** P5: the headlines of each group of a segment. */
function cutGroups(partition: Partition, shown: readonly string[]): Groups {
  const { cells, alone } = cellsOf(partition, shown);
  const own = (code: string) => cells[code] ?? {};
  return {
    shown,
    groups: Object.fromEntries(
      shown.map((code) => [
        code,
        { status: 'published', n: categoryOf(partition, code).n, cells: own(code) },
      ]),
    ),
    withheld: shown.flatMap((code) =>
      hiddenIn(partition, code, own(code), (indicator) =>
        alone[code]?.[indicator]?.status === 'published' ? 'complement' : 'cell',
      ),
    ),
  };
}

/** P11: the answers and headlines of an overall table, which is withheld whole where nothing protects a small count. */
function overallGroups(partition: Partition, large: readonly string[]): Groups {
  const { table } = partition;
  const made = large.map((code) => ({ code, counts: smallCounts(partition, code) }));
  return {
    shown: made.filter(({ counts }) => counts !== null).map(({ code }) => code),
    groups: Object.fromEntries(
      made.flatMap(({ code, counts }) =>
        counts === null
          ? []
          : [[code, { status: 'published' as const, n: categoryOf(partition, code).n, ...counts }] as const],
      ),
    ),
    withheld: made.flatMap(({ code, counts }): readonly Withholding[] =>
      counts === null
        ? [{ table, category: code, indicator: null, rule: 'small' }]
        : [
            ...hiddenIn(partition, code, counts.cells, () => 'small'),
            ...hiddenIn(partition, code, counts.headlines, () => 'small'),
          ],
    ),
  };
}

/** P3: those of the groups too small for a percentage of which a count is told all the same. */
function fewGroups(partition: Partition, small: readonly string[]): Groups {
  const { table } = partition;
  const told = small.flatMap((code) => {
    const headlines = fewAnswers(partition, categoryOf(partition, code));
    return headlines === null ? [] : [{ code, n: categoryOf(partition, code).n, headlines }];
  });
  return {
    shown: told.map(({ code }) => code),
    groups: Object.fromEntries(
      told.map(({ code, ...group }) => [code, { status: 'few_answers' as const, ...group }]),
    ),
    withheld: told.flatMap(({ code, headlines }) =>
      Object.keys(partition.headlines ?? {})
        .filter((indicator) => headlines[indicator] === undefined)
        .map((indicator) => ({ table, category: code, indicator, rule: 'base' as const })),
    ),
  };
}

/** The people in no printed group as one sum, none or at least ten of them; else only that they are few (protocol 2.5). */
const restOf = (n: number): ShownRest => (isSafeGroup(n) ? { status: 'published', n } : { status: 'few' });

/** Applies P3, P4, P5 and P11 to the counts of one release. */
export function candidate(partition: Partition, release: string): Candidate {
  const { table, segment, categories, rest, printsRest } = partition;
  const large = baseRule(partition);
  const whole =
    segment === null ? overallGroups(partition, large) : cutGroups(partition, residualRule(partition, large));
  const codes = Object.keys(categories);
  const few = fewGroups(
    partition,
    codes.filter((code) => !large.includes(code)),
  );
  const shown = [...whole.shown, ...few.shown];
  const groups = { ...whole.groups, ...few.groups };
  const small = codes.filter((code) => !large.includes(code) && !few.shown.includes(code));
  const restNow = (): ShownRest | null => {
    if (whole.shown.length === 0) return null;
    if (segment === null) return restOf(rest.n);
    return printsRest === true ? restOf(residual(partition, shown)) : null;
  };
  return {
    table: {
      table,
      segment,
      vintage: release,
      carried: false,
      groups: Object.fromEntries(
        codes.map((code) => [
          code,
          groups[code] ?? { status: small.includes(code) ? 'small_base' : 'withheld' },
        ]),
      ),
      rest: restNow(),
    },
    shown,
    withheld: [
      ...small.map((code) => ({ table, category: code, indicator: null, rule: 'base' as const })),
      ...large
        .filter((code) => segment !== null && !shown.includes(code))
        .map((code) => ({ table, category: code, indicator: null, rule: 'residual' as const })),
      ...whole.withheld,
      ...few.withheld,
    ],
  };
}
