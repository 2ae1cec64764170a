import { nameThen, versionsOf } from './people.ts';
import { everybodyIn, toldAnew, toldBefore } from './printedBases.ts';
import type { Protected, ReleaseRequest } from './protection.ts';
import { versionsApart, type Telling } from './versionsApart.ts';

/** So many releases the people that fewer tables count wait for their turn. */
const TURN = 3;

/**
 * Whether it is the turn of some people: they were never told, or not in the last three releases.
 * @param last the place among the earlier releases of the one that told them last; below 0: none did
 */
export const hasTurn = (releases: readonly unknown[], last: number): boolean =>
  last < 0 || releases.length - 1 - last >= TURN;

/**
 * The tables that wait for another release, because beside those that are renewed they would tell few people apart by the
 * version of the questionnaire that they answered (P12). The people that fewer tables count wait, but for their turn: when
 * they were never told, or not in the last three releases.
 * @param made each table as P1 to P7 make it
 * @param held the tables that are not renewed anyway
 * @throws {ReleaseError} when the ledger and the tally do not belong together.
 */
export function inTurn(
  request: ReleaseRequest,
  made: readonly Protected[],
  held: ReadonlySet<string>,
): readonly string[] {
  const { partitions, ledger } = request;
  const now = everybodyIn(partitions);
  if ([...now.keys()].every((name) => versionsOf(name) === null)) return [];
  const known = new Map(
    toldBefore(partitions, ledger).flatMap(({ name, release, n }) => {
      const then = nameThen(name, ledger.fieldedBy(release));
      return then === null ? [] : [[`${release} ${then}`, n] as const];
    }),
  );
  const releases = request.earlier.map(({ id }) => id);
  const telling: Omit<Telling, 'told'> = {
    now,
    releases,
    before: (name, release) => known.get(`${release} ${name}`),
    fieldedBy: ledger.fieldedBy,
  };
  const renewed = made
    .filter(({ partition }) => !held.has(partition.table))
    .map((one) => ({ partition: one.partition, names: toldAnew(one) }));
  const told = new Set(renewed.flatMap(({ names }) => names));
  const [first] = versionsApart({ ...telling, told });
  if (first === undefined) return [];
  const tablesOf = (name: string): readonly string[] =>
    renewed.flatMap(({ partition, names }) =>
      names.includes(name) || partition.base === name ? [partition.table] : [],
    );
  const lastTold = (name: string): number =>
    releases.findLastIndex((release) => {
      const then = nameThen(name, ledger.fieldedBy(release));
      return then !== null && known.has(`${release} ${then}`);
    });
  const [waits] = first.told
    .map((name) => ({ name, tables: tablesOf(name), last: lastTold(name) }))
    .map((one) => ({ ...one, isNext: hasTurn(releases, one.last) }))
    .toSorted(
      (a, b) =>
        Number(a.isNext) - Number(b.isNext) ||
        (a.isNext ? b.last - a.last : a.tables.length - b.tables.length),
    );
  return waits?.tables ?? [];
}
