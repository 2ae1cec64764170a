import * as z from 'zod/mini';
import { ReleaseError } from '../ReleaseError.ts';
import { nameThen, stemOf, versionsOf } from './people.ts';

const count = z.int().check(z.gte(0));

/** The categories for a table’s total and for the people in none of its own. No code of the questionnaire has parentheses. */
export const TOTAL = '(total)';
export const REST = '(rest)';

/**
 * A row of the private table `release_cells`: exact counts of one group when its table was last renewed. It lets the
 * change rule count withdrawals: removed = old n + added − new n. It holds no ids, so it cannot tell whether one person was
 * counted. Only a renewed table writes rows; a carried one keeps its old rows.
 */
export const ledgerRow = z.strictObject({
  release: z.string(),
  table: z.string(),
  category: z.string(),
  population: z.string(),
  n: count,
  x: z.record(z.string(), count),
  /** Of n, the people new since each earlier release. */
  added: z.record(z.string(), count),
  /** Whether the release prints n or the reader can compute it. */
  shown: z.boolean(),
});
export const ledgerRows = z.array(ledgerRow);

export type LedgerRow = z.infer<typeof ledgerRow>;

/** The rows with indexes. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
  /** The releases in which a table was renewed, oldest first. */
  readonly vintagesOf: (table: string) => readonly string[];
  /** One row. Throws when the ledger does not hold it. */
  readonly rowOf: (release: string, table: string, category: string) => LedgerRow;
  /** The rows of these people, whichever table counted them, under the name that they had in its release. */
  readonly ofPopulation: (population: string) => readonly LedgerRow[];
  /** The versions of the questionnaire that had been fielded by a release; undefined: all there are. */
  readonly fieldedBy: (release: string) => readonly string[] | undefined;
}

/** A release, as far as the ledger has to know it. */
interface Dated {
  readonly id: string;
  readonly versions?: readonly string[];
}

/**
 * Indexes the rows. Throws on a duplicate.
 * @param releases those that the rows are of; without one, its rows are taken to be of every version
 */
export function openLedger(rows: readonly LedgerRow[], releases: readonly Dated[] = []): Ledger {
  const key = (...parts: readonly string[]) => parts.join('\n');
  const byKey = new Map<string, LedgerRow>();
  for (const row of rows) {
    const name = key(row.release, row.table, row.category);
    if (byKey.has(name))
      throw new ReleaseError(
        `The ledger holds ${row.table}, ${row.category} twice for ${row.release}: restore release_cells from its backup.`,
      );
    byKey.set(name, row);
  }
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const vintages = new Map(
    [...byTable].map(
      ([table, own]) => [table, [...new Set(own.map(({ release }) => release))].toSorted()] as const,
    ),
  );
  const byPopulation = Map.groupBy(rows, ({ population }) => population);
  const fielded = new Map(releases.map(({ id, versions }) => [id, versions]));
  const fieldedBy = (release: string) => fielded.get(release);
  return {
    rows,
    vintagesOf: (table) => vintages.get(table) ?? [],
    rowOf(release, table, category) {
      const found = byKey.get(key(release, table, category));
      if (found === undefined)
        throw new ReleaseError(
          `The ledger has no row for ${table}, ${category} in the release ${release}: restore release_cells from its backup before releasing.`,
        );
      return found;
    },
    ofPopulation: (population) =>
      versionsOf(population) === null
        ? (byPopulation.get(population) ?? [])
        : [population, stemOf(population)]
            .flatMap((name) => byPopulation.get(name) ?? [])
            .filter((row) => row.population === nameThen(population, fieldedBy(row.release))),
    fieldedBy,
  };
}
