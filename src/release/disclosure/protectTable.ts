import { ReleaseError } from '../ReleaseError.ts';
import { candidate } from './candidate.ts';
import { changeRule } from './changeRule.ts';
import { changeSince } from './changeSince.ts';
import { tableAt } from './checkLedger.ts';
import { REST, TOTAL, type Ledger } from './ledger.ts';
import { everybodyOf, type Partition } from './partition.ts';
import { narrowedOver } from './narrowedOver.ts';
import type { Protection, ReleaseRequest, Withholding } from './protection.ts';
import { rowsOf } from './rowsOf.ts';
import type { ShownTable } from './shown.ts';

/**
 * P7: categories never change, because a band with new limits would disclose the old one by subtraction; it becomes a new
 * variable with a table of its own.
 * @throws {ReleaseError} naming the categories that were added or removed.
 */
export function classificationRule({ table, categories }: Partition, ledger: Ledger): void {
  const latest = ledger.vintagesOf(table).at(-1);
  if (latest === undefined) return;
  const before = new Set(ledger.rows.filter((row) => row.table === table).map(({ category }) => category));
  const changed = [...before.symmetricDifference(new Set([...Object.keys(categories), REST, TOTAL]))];
  if (changed.length > 0)
    throw new ReleaseError(
      `${table}: ${changed.join(', ')} came or went since ${latest}. Categories never change; give the new ones a variable and a table of their own.`,
    );
}

/** A table that shows nothing: it is not told, but its rows are kept, so that it comes back as it went, by ten changes. */
const blank = (partition: Partition, release: string, withheld: readonly Withholding[]): Protection => ({
  tables: [
    {
      table: partition.table,
      segment: partition.segment,
      vintage: release,
      carried: false,
      groups: Object.fromEntries(
        Object.keys(partition.categories).map((code) => [code, { status: 'withheld' as const }]),
      ),
      rest: null,
    },
  ],
  withheld,
  ledger: rowsOf(partition, [], release),
});

/** P11: whether the releases of an overall table together give a small count away. */
const narrowed = (shown: readonly ShownTable[], { categories, headlines = {} }: Partition): boolean =>
  Object.keys(categories).some((code) => {
    const prints = shown.flatMap(({ groups: { [code]: group } }) =>
      group?.status === 'published' ? [{ ...group, headlines: group.headlines ?? {} }] : [],
    );
    return prints.length > 1 && narrowedOver(prints, headlines);
  });

/**
 * One table of a release: renewed, with its rows for the ledger, or carried over from its last renewal.
 * @param held the tables that P12 does not let be renewed
 * @throws {ReleaseError} as `protect` does.
 */
export function protectTable(
  partition: Partition,
  request: ReleaseRequest,
  held: ReadonlySet<string> = new Set(),
): Protection {
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
    const none: ShownTable = { table, segment, vintage: null, carried: false, groups, rest: null };
    const old = latest === undefined ? none : { ...tableAt(earlier, latest, table), carried: true };
    return { tables: [old], withheld, ledger: [] };
  };
  if (!due.has(partition.side)) return kept(whole('calendar'));
  // No change: the table is carried over, as it would be after a single change, so the two cannot be told apart (V3).
  const since = (vintage: string) =>
    changeSince(everybodyOf(partition), vintage, ledger.rowOf(vintage, table, TOTAL).n, `${table}, ${TOTAL}`);
  if (latest !== undefined && since(latest) === 0) return kept([]);
  const { table: renewed, shown, withheld } = candidate(partition, release);
  if (changeRule(partition, shown, ledger) !== null) return kept(whole('change'));
  const before = ledger.vintagesOf(table).map((vintage) => tableAt(earlier, vintage, table));
  if (segment === null && narrowed([...before, renewed], partition)) return kept(whole('small'));
  if (held.has(table))
    return latest === undefined ? blank(partition, release, whole('nested')) : kept(whole('nested'));
  return { tables: [renewed], withheld, ledger: rowsOf(partition, shown, release) };
}
