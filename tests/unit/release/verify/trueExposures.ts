import type { EarlierRelease } from '../../../../src/release/disclosure/checkLedger.ts';
import { isTold } from '../../../../src/release/disclosure/shown.ts';
import type { Person } from './population.ts';
import { tables } from './simulate.ts';

type Holds = (person: Person) => boolean;

/** For a set of people: how many of them are counted in both of two releases. */
function inBoth(people: readonly Person[], releases: number): (from: number, to: number) => number {
  const size = releases + 1;
  // People by release of entry and of exit, then cumulative sums: a cell counts who came by `from` and left after `to`.
  const sums = new Int32Array(size * size);
  for (const { enter, exit } of people) {
    if (enter >= releases) continue;
    const at = enter * size + Math.min(exit, releases);
    sums[at] = (sums[at] ?? 0) + 1;
  }
  for (let enter = 0; enter < size; enter += 1)
    for (let exit = size - 1; exit >= 0; exit -= 1) {
      const at = enter * size + exit;
      const above = enter > 0 ? (sums[at - size] ?? 0) : 0;
      const right = exit < size - 1 ? (sums[at + 1] ?? 0) : 0;
      const both = enter > 0 && exit < size - 1 ? (sums[at - size + 1] ?? 0) : 0;
      sums[at] = (sums[at] ?? 0) + above + right - both;
    }
  return (from, to) => sums[from * size + to + 1] ?? 0;
}

const isSmall = (people: number): boolean => people >= 1 && people <= 9;

/**
 * What `attack` should find, computed independently from who was in which release. Counts the groups
 * of one to nine people that differ between two releases of a table, are left over inside one, or differ between two
 * tables of the same people.
 */
export function trueExposures(
  people: readonly Person[],
  earlier: readonly EarlierRelease[],
  releases: number,
): number {
  let found = 0;
  /** Releases in which the number of these people could be read, by table. */
  const seen = new Map<string, { holds: Holds; at: { table: string; release: number }[] }>();
  const see = (name: string, holds: Holds, table: string, release: number) => {
    const entry = seen.get(name) ?? { holds, at: [] };
    entry.at.push({ table, release });
    seen.set(name, entry);
  };
  const differ = (both: (from: number, to: number) => number, from: number, to: number) =>
    both(from, from) + both(to, to) - 2 * both(from, to);
  for (const { table, segment, population, categories, rest, populations } of tables) {
    const groups = Object.entries<Holds>(categories);
    const all: Holds = (person) => rest(person) || groups.some(([, holds]) => holds(person));
    const sets = new Map(
      [...groups, ['rest', rest] as const].map(([code, holds]) => [
        code,
        inBoth(people.filter(holds), releases),
      ]),
    );
    const sizes = (codes: readonly string[]) => (from: number, to: number) =>
      codes.reduce((sum, code) => sum + (sets.get(code)?.(from, to) ?? 0), 0);
    const everybody = [...sets.keys()];
    const vintages = earlier.flatMap(({ id, tables: printed }) => {
      const own = printed.find((entry) => entry.table === table);
      if (own?.vintage !== id) return [];
      const shown = Object.keys(own.groups).filter((code) =>
        isTold(own.groups[code] ?? { status: 'withheld' }),
      );
      return [{ release: Number(id.slice(1)), shown }];
    });
    for (const [i, { release: to, shown }] of vintages.entries()) {
      see(population, all, table, to);
      for (const code of shown) {
        const name = populations[code];
        const holds = groups.find(([key]) => key === code)?.[1];
        if (name !== undefined && holds !== undefined) see(name, holds, table, to);
        if (isSmall(sizes([code])(to, to))) found += 1;
      }
      if (segment !== null && isSmall(sizes(everybody.filter((code) => !shown.includes(code)))(to, to)))
        found += 1;
      for (const { release: from, shown: before } of vintages.slice(0, i)) {
        const common = shown.filter((code) => before.includes(code));
        const left = everybody.filter((code) => !common.includes(code));
        const parts = [everybody, ...common.map((code) => [code]), ...(segment === null ? [] : [left])];
        found += parts.filter((codes) => isSmall(differ(sizes(codes), from, to))).length;
      }
    }
  }
  for (const { holds, at } of seen.values()) {
    const both = inBoth(people.filter(holds), releases);
    for (const after of at)
      for (const before of at)
        if (
          before.table !== after.table &&
          before.release < after.release &&
          isSmall(differ(both, before.release, after.release))
        )
          found += 1;
  }
  return found;
}
