import type { Release } from '../release.ts';
import { ANSWERED, tables } from '../tables.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * Whether the counts of a release agree with each other: the answers of an overall table add up to those who answered,
 * and series of the same people were asked of equally many. Cuts are the scanner’s.
 * @returns one sentence a problem, naming table and numbers; empty when there is none.
 */
export function scanSums(release: Pick<Release, 'tables'>): readonly string[] {
  const asked = new Map<string, { readonly table: string; readonly n: number }>();
  return tables.flatMap(({ name, series, segment }) => {
    const table = release.tables.find((entry) => entry.table === name);
    if (table === undefined) return [`${name}: the release does not hold this table.`];
    const group = table.groups[ANSWERED];
    if (segment !== null || group?.status !== 'published') return [];
    const counts = Object.values(group.cells).map((cell) => (cell.status === 'published' ? cell.x : 0));
    const isWhole = series.cells.every(({ code }) => group.cells[code]?.status === 'published');
    // What is hidden is at least one person (P11).
    const adds = isWhole ? sum(counts) === group.n : sum(counts) < group.n;
    const problems = adds
      ? []
      : [`${name}, ${ANSWERED}: its counts add up to ${sum(counts)} and not to ${group.n}.`];
    if (table.rest?.status !== 'published') return problems;
    const n = group.n + table.rest.n;
    const people = `${series.base.id} ${table.vintage ?? ''}`;
    const others = asked.get(people);
    if (others === undefined) asked.set(people, { table: name, n });
    return others === undefined || others.n === n
      ? problems
      : [
          ...problems,
          `${name}: ${n} people were asked and ${others.n} in ${others.table}, which is about the same people.`,
        ];
  });
}
