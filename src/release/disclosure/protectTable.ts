import { candidate } from './candidate.ts';
import { changeRule } from './changeRule.ts';
import { changeSince } from './changeSince.ts';
import { tableAt } from './checkLedger.ts';
import { classificationRule } from './classificationRule.ts';
import { TOTAL } from './ledger.ts';
import { everybodyOf, type Partition } from './partition.ts';
import type { Protection, ReleaseRequest } from './protection.ts';
import { rowsOf } from './rowsOf.ts';
import type { ShownTable } from './shown.ts';
import type { Withholding } from './withholding.ts';

/**
 * One table of a release: renewed with its rows for the ledger, or as it was.
 * @throws Error as `protect` does.
 */
export function protectTable(partition: Partition, request: ReleaseRequest): Protection {
  const { release, earlier, ledger, due } = request;
  const { table, segment, categories } = partition;
  classificationRule(partition, ledger);
  const latest = ledger.vintagesOf(table).at(-1);
  const whole = (rule: Withholding['rule']): Withholding[] => [
    { table, category: null, indicator: null, rule },
  ];
  const kept = (withheld: readonly Withholding[]): Protection => {
    const groups = Object.fromEntries(
      Object.keys(categories).map((code) => [code, { status: 'withheld' as const }]),
    );
    const none: ShownTable = { table, segment, vintage: null, carried: false, groups, asides: null };
    const old = latest === undefined ? none : { ...tableAt(earlier, latest, table), carried: true };
    return { tables: [old], withheld, ledger: [] };
  };
  if (!due.has(partition.side)) return kept(whole('calendar'));
  // Nobody came or left: kept, so that one person more (who would be held back) makes no difference.
  const since = (vintage: string) =>
    changeSince(everybodyOf(partition), vintage, ledger.rowOf(vintage, table, TOTAL).n, `${table}, ${TOTAL}`);
  if (latest !== undefined && since(latest) === 0) return kept([]);
  const { table: renewed, shown, withheld } = candidate(partition, release);
  if (changeRule(partition, shown, ledger) !== null) return kept(whole('change'));
  return { tables: [renewed], withheld, ledger: rowsOf(partition, shown, release) };
}
