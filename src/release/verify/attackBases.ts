import { basesToldBy, families, isInside } from '../basesInside.ts';
import { changedSinceTold, innerNowOuterBefore, outerNowInnerBefore } from '../disclosure/between.ts';
import type { Changing } from '../disclosure/changeSince.ts';
import { REST, TOTAL, type Ledger, type LedgerRow } from '../disclosure/ledger.ts';
import { isSafeBetween, isSafeGroup } from '../disclosure/thresholds.ts';
import { tables } from '../tables.ts';
import type { Exposure } from './exposure.ts';

/** The number of some people as one release tells it. */
interface Told {
  readonly base: string;
  readonly release: string;
  readonly n: number;
}

const unionsOf = new Map(
  tables.flatMap(({ name, series }) =>
    series.partedBy === undefined ? [] : [[name, basesToldBy(series)] as const],
  ),
);

/** What one table tells in one release: its total, groups that have a name, and groups that a reader adds up. */
function toldIn(table: string, rows: readonly LedgerRow[]): readonly Told[] {
  const groups = rows.filter(({ category }) => category !== TOTAL && category !== REST);
  const printed = groups.filter(({ shown }) => shown);
  if (printed.length === 0) return [];
  const sums = [...(unionsOf.get(table) ?? [])].flatMap(([base, codes]) => {
    const parts = groups.filter(({ category }) => codes.includes(category));
    const others = rows.filter(({ category }) => category !== TOTAL && !codes.includes(category));
    const all = (list: readonly LedgerRow[]) => list.every(({ shown, n }) => shown || n === 0);
    const n = sum(parts.map((row) => row.n));
    return all(parts) || all(others) ? [{ population: base, release: rows[0]?.release ?? '', n }] : [];
  });
  const whole = rows.filter(({ category }) => category === TOTAL);
  return [...whole, ...printed, ...sums].map(({ population, release, n }) => ({
    base: population,
    release,
    n,
  }));
}

const everythingTold = ({ rows }: Ledger): readonly Told[] =>
  [...Map.groupBy(rows, ({ release, table }) => `${release}\n${table}`).values()].flatMap((own) =>
    toldIn(own[0]?.table ?? '', own),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const exposure = (table: string, group: string, from: string, to: string, people: number): Exposure => ({
  table,
  group,
  from,
  to,
  people,
});

/** People between a base and one around it, both told in one release. */
const within = (told: readonly Told[]): readonly Exposure[] =>
  told.flatMap((inner) =>
    told.flatMap((outer) => {
      const people = outer.n - inner.n;
      return inner.release === outer.release && isInside(inner.base, outer.base) && !isSafeBetween(people)
        ? [exposure(inner.base, outer.base, inner.release, outer.release, people)]
        : [];
    }),
  );

/** People in one of two such bases and not in the other, one told now and one before. */
const between = (
  told: readonly Told[],
  now: ReadonlyMap<string, Changing>,
  release: string,
): readonly Exposure[] =>
  told
    .filter((one) => one.release === release)
    .flatMap(({ base }) =>
      told.flatMap((before) => {
        const [own, other] = [now.get(base), now.get(before.base)];
        if (own === undefined || other === undefined || before.release === release) return [];
        const people = isInside(base, before.base)
          ? innerNowOuterBefore(other, own, before, base)
          : isInside(before.base, base)
            ? outerNowInnerBefore(own, other, before, base)
            : 0;
        return isSafeBetween(people) ? [] : [exposure(base, before.base, before.release, release, people)];
      }),
    );

/** Parts of a whole that are not told, found by taking those that are from the whole. */
function left(
  told: readonly Told[],
  now: ReadonlyMap<string, Changing>,
  release: string,
): readonly Exposure[] {
  const times = Map.groupBy(
    told.filter(({ base }) => now.has(base)),
    ({ base }) => base,
  );
  const isFresh = (base: string): boolean => times.get(base)?.some((one) => one.release === release) === true;
  const sizeOf = (base: string): Changing => now.get(base) ?? { n: 0, added: {} };
  return families.flatMap(({ outer, parts }) => {
    const read = parts.filter((base) => times.has(base));
    const used = [outer, ...read];
    const isRead = times.has(outer) && read.length > 0 && read.length < parts.length && used.some(isFresh);
    if (!isRead) return [];
    const changed = used
      .filter((base) => !isFresh(base))
      .map((base) => changedSinceTold(sizeOf(base), times.get(base) ?? [], base));
    const people = sum(changed) + sizeOf(outer).n - sum(read.map((base) => sizeOf(base).n));
    const missing = parts.filter((base) => !times.has(base)).join(', ');
    return isSafeGroup(people) ? [] : [exposure(outer, missing, release, release, people)];
  });
}

/**
 * P12, attacked: the people between two routing bases, one inside the other, and the parts of a base that are not told.
 * @param now the exact size of every base in the release that is made, because the ledger does not say how large a base
 * has become whose table was carried over
 */
export function attackBases(ledger: Ledger, now: ReadonlyMap<string, Changing>): readonly Exposure[] {
  const told = [
    ...new Map(everythingTold(ledger).map((one) => [`${one.base}\n${one.release}`, one] as const)).values(),
  ];
  const latest = told
    .map(({ release }) => release)
    .toSorted()
    .at(-1);
  if (latest === undefined) return [];
  return [...within(told), ...between(told, now, latest), ...left(told, now, latest)];
}
