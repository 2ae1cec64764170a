import { families, isInside } from '../basesInside.ts';
import { changedSinceTold, innerNowOuterBefore, outerNowInnerBefore } from '../disclosure/between.ts';
import type { Changing } from '../disclosure/changeSince.ts';
import type { Ledger } from '../disclosure/ledger.ts';
import { isSafeBetween, isSafeGroup } from '../disclosure/thresholds.ts';
import { versionsApart } from '../disclosure/versionsApart.ts';
import type { Exposure } from './exposure.ts';
import { everythingTold, type Told } from './told.ts';

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

/** People of some versions of the questionnaire, told apart from the others. */
function apart(
  { fieldedBy }: Ledger,
  told: readonly Told[],
  now: ReadonlyMap<string, Changing>,
  release: string,
): readonly Exposure[] {
  const before = new Map(told.map((one) => [`${one.release} ${one.then}`, one.n]));
  const found = versionsApart({
    now,
    told: new Set(told.flatMap((one) => (one.release === release ? [one.base] : []))),
    releases: [...new Set(told.map((one) => one.release))].filter((one) => one < release).toSorted(),
    before: (name, earlier) => before.get(`${earlier} ${name}`),
    fieldedBy,
  });
  return found.flatMap(({ outer, inner, since, people }) =>
    people === 0 ? [] : [exposure(outer, inner, since ?? release, release, people)],
  );
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
  return [
    ...within(told),
    ...between(told, now, latest),
    ...left(told, now, latest),
    ...apart(ledger, told, now, latest),
  ];
}
