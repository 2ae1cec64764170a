import { basesToldBy } from '../basesInside.ts';
import { REST, TOTAL, type Ledger, type LedgerRow } from '../disclosure/ledger.ts';
import { nameThen } from '../disclosure/people.ts';
import { answeredName } from '../partitions/overallPartition.ts';
import { ANSWERED, tables } from '../tables.ts';

/** The number of some people as one release tells it. */
export interface Told {
  /** The name that they have now. */
  readonly base: string;
  /** The name that they had in that release, when other versions of the questionnaire had been fielded. */
  readonly then: string;
  readonly release: string;
  readonly n: number;
}

const definitions = new Map(
  tables.map((table) => [
    table.name,
    { ...table, unions: table.series.partedBy === undefined ? [] : [...basesToldBy(table.series)] },
  ]),
);

/** What the people of a row are called now. */
function nameNow({ table, category, population }: LedgerRow): string {
  const found = definitions.get(table);
  if (found === undefined) return population;
  const { series, segment, unions } = found;
  if (category === TOTAL && segment === null) return series.base.id;
  if (category === TOTAL || (category === ANSWERED && segment === null)) return answeredName(series);
  return unions.find(([, codes]) => codes.length === 1 && codes[0] === category)?.[0] ?? population;
}

/** What one table tells in one release: its total, groups that have a name, and groups that a reader adds up. */
function toldIn(ledger: Ledger, rows: readonly LedgerRow[]): readonly Told[] {
  const [first] = rows;
  const groups = rows.filter(({ category }) => category !== TOTAL && category !== REST);
  const printed = groups.filter(({ shown }) => shown);
  if (first === undefined || printed.length === 0) return [];
  const { release, table } = first;
  const sums = (definitions.get(table)?.unions ?? []).flatMap(([base, codes]): readonly Told[] => {
    const parts = groups.filter(({ category }) => codes.includes(category));
    const others = rows.filter(({ category }) => category !== TOTAL && !codes.includes(category));
    const all = (list: readonly LedgerRow[]) => list.every(({ shown, n }) => shown || n === 0);
    const n = parts.reduce((total, row) => total + row.n, 0);
    const then = nameThen(base, ledger.fieldedBy(release)) ?? base;
    return all(parts) || all(others) ? [{ base, then, release, n }] : [];
  });
  const whole = rows.filter(({ category }) => category === TOTAL);
  return [
    ...[...whole, ...printed].map((row) => ({ base: nameNow(row), then: row.population, release, n: row.n })),
    ...sums,
  ];
}

/** Every number of people that the releases of a ledger tell. */
export const everythingTold = (ledger: Ledger): readonly Told[] =>
  [...Map.groupBy(ledger.rows, ({ release, table }) => `${release}\n${table}`).values()].flatMap((own) =>
    toldIn(ledger, own),
  );
