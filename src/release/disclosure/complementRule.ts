import { categoryOf, type Partition } from './partition.ts';
import type { ShownCell } from './shown.ts';
import { MINIMUM_CELL } from './thresholds.ts';

/** The cells of a table, by category and indicator. */
export type Cells = Readonly<Record<string, Readonly<Record<string, ShownCell>>>>;

/** The bounds of a count that is not printed, as a reader knows them before subtracting anything. */
interface Hidden {
  readonly lo: number;
  readonly hi: number;
}

const x = (partition: Partition, code: string, indicator: string): number =>
  categoryOf(partition, code).x[indicator] ?? 0;

function hiddenIn(partition: Partition, cells: Cells, code: string, indicator: string): Hidden {
  const { n } = categoryOf(partition, code);
  const cell = cells[code]?.[indicator];
  if (cell?.status === 'small_cell')
    return cell.bound === 'low' ? { lo: 0, hi: MINIMUM_CELL - 1 } : { lo: n - MINIMUM_CELL + 1, hi: n };
  // A withheld count lies between the printed indicators that contain it and those it contains.
  const at = partition.indicators.indexOf(indicator);
  const printed = (names: readonly string[]): number[] =>
    names.flatMap((name) => {
      const other = cells[code]?.[name];
      return other?.status === 'published' ? [other.x] : [];
    });
  const coarser = printed(partition.indicators.slice(0, at));
  const count = x(partition, code, indicator);
  const near = coarser.filter((other) => other > count && other < count + MINIMUM_CELL);
  return {
    lo: Math.max(
      MINIMUM_CELL,
      ...printed(partition.indicators.slice(at + 1)),
      ...near.map((other) => other - MINIMUM_CELL + 1),
    ),
    hi: Math.min(n - MINIMUM_CELL, ...coarser, ...near.map((other) => other - 1)),
  };
}

/** Whether the printed total of an indicator bounds a hidden count more tightly than “fewer than 5” does, which leaves five values. */
function narrows(partition: Partition, cells: Cells, indicator: string): boolean {
  const codes = Object.keys(partition.categories);
  const isPrinted = (code: string) => cells[code]?.[indicator]?.status === 'published';
  const outside = codes.filter((code) => cells[code] === undefined);
  const rest: Hidden = {
    lo: 0,
    hi: outside.reduce((sum, code) => sum + categoryOf(partition, code).n, partition.rest.n),
  };
  const hidden = codes
    .filter((code) => cells[code] !== undefined && !isPrinted(code))
    .map((code) => hiddenIn(partition, cells, code, indicator));
  const known =
    (partition.rest.x[indicator] ?? 0) +
    codes.filter((code) => !isPrinted(code)).reduce((sum, code) => sum + x(partition, code, indicator), 0);
  return hidden.some((one) => {
    const others = [rest, ...hidden.filter((other) => other !== one)];
    const lo = Math.max(one.lo, known - others.reduce((sum, { hi }) => sum + hi, 0));
    const hi = Math.min(one.hi, known - others.reduce((sum, other) => sum + other.lo, 0));
    return hi - lo < Math.min(MINIMUM_CELL - 1, one.hi - one.lo);
  });
}

/**
 * Complementary suppression for P5. An indicator’s total is printed overall, so total − printed counts is the sum of the
 * hidden ones. While that bounds one of them more tightly than “fewer than 5”, the count of the smallest group that still
 * prints one is withheld too.
 * @see Hundepool and others, Statistical Disclosure Control, 2012, chapter 4, https://doi.org/10.1002/9781118348239
 */
export function complementRule(partition: Partition, cells: Cells): Cells {
  let result = cells;
  for (const indicator of partition.indicators) {
    while (narrows(partition, result, indicator)) {
      const size = (code: string): number => categoryOf(partition, code).n;
      const [smallest] = Object.keys(result)
        .filter((code) => result[code]?.[indicator]?.status === 'published')
        .toSorted((a, b) => size(a) - size(b));
      if (smallest === undefined) break;
      result = { ...result, [smallest]: { ...result[smallest], [indicator]: { status: 'withheld' } } };
    }
  }
  return result;
}
