import { changeSince } from '../disclosure/changeSince.ts';
import { REST, TOTAL, type Ledger, type LedgerRow } from '../disclosure/ledger.ts';
import { nameThen, stemOf } from '../disclosure/people.ts';
import { isSafeGroup } from '../disclosure/thresholds.ts';
import type { Exposure } from './exposure.ts';

const sizeOf = (rows: readonly LedgerRow[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** How many came plus how many left between two releases: arrivals and departures do not cancel. */
function moved(
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
  from: string,
  name: string,
): number {
  return changeSince(after, from, sizeOf(before), name);
}

/** What one table discloses, within each release and between every two of them. */
function* ofTable(ledger: Ledger, table: string): Generator<Exposure> {
  const byRelease = Map.groupBy(
    ledger.rows.filter((row) => row.table === table),
    ({ release }) => release,
  );
  const releases = [...byRelease.keys()].toSorted();
  const shownIn = new Map(
    releases.map((release) => {
      const rows = (byRelease.get(release) ?? []).filter(
        ({ category }) => category !== TOTAL && category !== REST,
      );
      return [release, new Set(rows.filter(({ shown }) => shown).map(({ category }) => category))] as const;
    }),
  );
  const rowsOf = (release: string, pick: (category: string) => boolean): LedgerRow[] =>
    (byRelease.get(release) ?? []).filter(({ category }) => category !== TOTAL && pick(category));
  const printsRest = (release: string): boolean => ledger.rowOf(release, table, REST).shown;
  const exposed = (group: string, from: string, to: string, people: number): Exposure[] =>
    isSafeGroup(people) ? [] : [{ table, group, from, to, people }];

  for (const [at, to] of releases.entries()) {
    const shown = shownIn.get(to) ?? new Set();
    for (const code of shown) yield* exposed(code, to, to, ledger.rowOf(to, table, code).n);
    // Where no group is shown, nothing can be subtracted: the remainder is the total, which the overall table prints
    // if it is large enough.
    if (!printsRest(to) && shown.size > 0)
      yield* exposed(REST, to, to, sizeOf(rowsOf(to, (code) => !shown.has(code))));
    for (const from of releases.slice(0, at)) {
      const between = (group: string, pick: (category: string) => boolean) =>
        exposed(group, from, to, moved(rowsOf(from, pick), rowsOf(to, pick), from, `${table}, ${group}`));
      const common = shown.intersection(shownIn.get(from) ?? new Set());
      yield* between(TOTAL, () => true);
      for (const code of common) yield* between(code, (category) => category === code);
      if (!printsRest(to)) yield* between(REST, (category) => !common.has(category));
    }
  }
}

/** Differences between tables that count the same people in different releases. */
function* ofPopulations(ledger: Ledger): Generator<Exposure> {
  const shown = Map.groupBy(
    ledger.rows.filter((row) => row.shown && row.category !== REST),
    ({ population }) => stemOf(population),
  );
  for (const rows of shown.values()) {
    for (const after of rows) {
      for (const before of rows) {
        if (before.table === after.table || before.release >= after.release) continue;
        const { table, category: group, population } = after;
        // Of other versions of the questionnaire: attackBases.ts.
        const isSame =
          population === before.population ||
          nameThen(population, ledger.fieldedBy(before.release)) === before.population;
        if (!isSame) continue;
        const people = moved([before], [after], before.release, population);
        if (!isSafeGroup(people)) yield { table, group, from: before.release, to: after.release, people };
      }
    }
  }
}

/**
 * V2: every group of fewer than ten people that a reader who kept all releases can isolate by subtraction: each category,
 * the remainder and the total, between any two releases of a table and between tables of the same people. It reads the
 * ledger, because the printed counts hide departures behind arrivals.
 * @throws {ReleaseError} when rows of the ledger are missing.
 */
export const attack = (ledger: Ledger): readonly Exposure[] => [
  ...[...new Set(ledger.rows.map(({ table }) => table))].flatMap((table) => [...ofTable(ledger, table)]),
  ...ofPopulations(ledger),
];
