import { basesToldBy, isBase } from '../basesInside.ts';
import type { Changing } from '../disclosure/changeSince.ts';
import { REST, TOTAL, type Ledger, type LedgerRow } from '../disclosure/ledger.ts';
import { tooFewIn } from '../disclosure/tooFew.ts';
import { sumsOf, type Sum } from '../sumsOfBases.ts';
import { tables } from '../tables.ts';
import type { Exposure } from './exposure.ts';

/** The number of a base as one release tells it. */
interface Told {
  readonly base: string;
  readonly release: string;
  readonly n: number;
}

const profiles = new Map(
  tables.flatMap(({ name, series }) => (series.partedBy === undefined ? [] : [[name, series] as const])),
);

const sizeOf = (rows: readonly LedgerRow[]): number => rows.reduce((total, { n }) => total + n, 0);

/** What one table tells in one release: its total, groups that have a name, and groups that a reader adds up. */
function toldIn(table: string, release: string, rows: readonly LedgerRow[]): readonly Told[] {
  const groups = rows.filter(({ category }) => category !== TOTAL && category !== REST);
  const printed = groups.filter(({ shown }) => shown);
  if (printed.length === 0) return [];
  const profile = profiles.get(table);
  const sums = [...(profile === undefined ? [] : basesToldBy(profile))].flatMap(([base, codes]) => {
    const parts = groups.filter(({ category }) => codes.includes(category));
    const others = rows.filter(({ category }) => category !== TOTAL && !codes.includes(category));
    const all = (list: readonly LedgerRow[]) => list.every(({ shown, n }) => shown || n === 0);
    return all(parts) || all(others) ? [{ base, release, n: sizeOf(parts) }] : [];
  });
  const named = [...rows.filter(({ category }) => category === TOTAL), ...printed];
  return [...named.map(({ population: base, n }) => ({ base, release, n })), ...sums].filter(({ base }) =>
    isBase(base),
  );
}

const everythingTold = ({ rows }: Ledger): readonly Told[] =>
  [...Map.groupBy(rows, ({ table }) => table)].flatMap(([table, ofTable]) =>
    [...Map.groupBy(ofTable, ({ release }) => release)].flatMap(([release, own]) =>
      toldIn(table, release, own),
    ),
  );

const inWords = ({ parts }: Sum): string =>
  [...parts].map(([base, often]) => `${often < 0 ? '−' : '+'} ${base}`).join(' ');

/** A release that is made, and the exact size of every base in it: the ledger does not say how large one has become whose table was carried over. */
export interface Made {
  readonly release: string;
  readonly sizes: ReadonlyMap<string, Changing>;
}

/** P12, attacked: whoever adds up the numbers of bases that a release tells, and takes others away, of this release or earlier ones. */
export function attackBases(ledger: Ledger, { release, sizes }: Made): readonly Exposure[] {
  const told = everythingTold(ledger);
  const before = Map.groupBy(
    told.filter((one) => one.release !== release),
    ({ base }) => base,
  );
  const tooFew = tooFewIn({ sizes, before });
  const now = told.filter((one) => one.release === release).map(({ base }) => base);
  return [...sumsOf(new Set(now)).values()].flatMap((sum) => {
    const found = sum.parts.size === 0 ? null : tooFew(sum);
    if (found === null) return [];
    const { people, since } = found;
    return [{ table: inWords(sum), group: 'by routing', from: since ?? release, to: release, people }];
  });
}
