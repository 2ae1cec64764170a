import { TOTAL, type Ledger } from './ledger.ts';
import { isTold, type ShownTable } from './shown.ts';
import { isSafeGroup } from './thresholds.ts';
import { ReleaseError } from '../ReleaseError.ts';

/** An earlier release: its id, the versions of the questionnaire that it counted, and its tables. */
export interface EarlierRelease {
  readonly id: string;
  readonly versions?: readonly string[];
  readonly tables: readonly ShownTable[];
}

/** The table of the release in which it was renewed. Throws when that release is missing or lacks it. */
export function tableAt(earlier: readonly EarlierRelease[], vintage: string, table: string): ShownTable {
  const release = earlier.find(({ id }) => id === vintage);
  if (release === undefined)
    throw new ReleaseError(
      `The release ${vintage} is missing, and ${table} was last renewed in it: restore its folder.`,
    );
  const found = release.tables.find((entry) => entry.table === table);
  if (found === undefined)
    throw new ReleaseError(
      `The release ${vintage} does not hold ${table}, which the ledger says was renewed in it: restore its folder from where it was committed.`,
    );
  return found;
}

function checkTable({ table, groups, rest }: ShownTable, release: string, ledger: Ledger): void {
  const differs = (cell: string): never => {
    throw new ReleaseError(
      `The release ${release}, ${table}, ${cell}: the file and the ledger do not say the same. One of them was edited; restore both from where they were committed.`,
    );
  };
  const total = ledger.rowOf(release, table, TOTAL);
  let printed = 0;
  for (const [code, group] of Object.entries(groups)) {
    const row = ledger.rowOf(release, table, code);
    if (row.shown !== isTold(group)) differs(code);
    if (!isTold(group)) continue;
    printed += group.n;
    if (group.n !== row.n) differs(code);
    if (group.status !== 'published') continue;
    for (const [indicator, cell] of Object.entries(group.cells)) {
      if (cell.status === 'published' && cell.x !== row.x[indicator]) differs(`${code} ${indicator}`);
    }
  }
  const left = total.n - printed;
  const agrees =
    rest === null
      ? left >= 0
      : rest.status === 'published'
        ? left === rest.n
        : !isSafeGroup(left) && left > 0;
  if (!agrees) differs(TOTAL);
}

/**
 * Checks that the ledger and the published releases agree, before a release is built on them.
 * @throws {ReleaseError} naming the release, the table and the cell, or the release that is missing.
 */
export function checkLedger(earlier: readonly EarlierRelease[], ledger: Ledger): void {
  for (const table of new Set(ledger.rows.map((row) => row.table)))
    for (const vintage of ledger.vintagesOf(table))
      checkTable(tableAt(earlier, vintage, table), vintage, ledger);
  for (const { id, tables } of earlier)
    for (const shown of tables) {
      if (shown.vintage === null) continue;
      if (shown.vintage === id && !shown.carried) {
        ledger.rowOf(id, shown.table, TOTAL);
        continue;
      }
      const original = tableAt(earlier, shown.vintage, shown.table);
      const same = JSON.stringify({ ...original, carried: true }) === JSON.stringify(shown);
      if (!same || shown.vintage >= id)
        throw new ReleaseError(
          `The release ${id}, ${shown.table}: it is not what ${shown.vintage} says; restore its folder.`,
        );
    }
}
