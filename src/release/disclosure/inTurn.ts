import { REST, TOTAL } from './ledger.ts';
import { nameThen, versionsOf } from './people.ts';
import { categoryOf, type Partition } from './partition.ts';
import { everybodyIn, toldWith } from './printedBases.ts';
import type { Protection, ReleaseRequest } from './protection.ts';
import { versionsApart, type Telling } from './versionsApart.ts';

const isShownIn = ({ categories }: Partition, rows: Protection['ledger']): readonly string[] =>
  rows.filter((row) => row.shown && row.category in categories).map(({ category }) => category);

/** Every number that earlier releases told of people, by release and the name that they had then. */
function toldBefore({ partitions, ledger }: ReleaseRequest): ReadonlyMap<string, number> {
  return new Map(
    partitions.flatMap((partition) =>
      ledger.vintagesOf(partition.table).flatMap((release) => {
        const row = (code: string) => ledger.rowOf(release, partition.table, code);
        const codes = Object.keys(partition.categories);
        const partsOf = (name: string): readonly string[] =>
          partition.unions?.get(name) ??
          codes.filter((code) => categoryOf(partition, code).population === name);
        const was = { ...partition, rest: { ...partition.rest, n: row(REST).n } };
        return toldWith(
          was,
          codes.filter((code) => row(code).shown),
        ).flatMap((name) => {
          const then = nameThen(name, ledger.fieldedBy(release));
          const n =
            name === partition.population
              ? row(TOTAL).n
              : partsOf(name).reduce((sum, code) => sum + row(code).n, 0);
          return then === null ? [] : [[`${release} ${then}`, n] as const];
        });
      }),
    ),
  );
}

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
  made: readonly Protection[],
  held: ReadonlySet<string>,
): readonly string[] {
  const { partitions, ledger } = request;
  const now = everybodyIn(partitions);
  if ([...now.keys()].every((name) => versionsOf(name) === null)) return [];
  const known = toldBefore(request);
  const releases = request.earlier.map(({ id }) => id);
  const telling: Omit<Telling, 'told'> = {
    now,
    releases,
    before: (name, release) => known.get(`${release} ${name}`),
    fieldedBy: ledger.fieldedBy,
  };
  const renewed = partitions.flatMap((partition, i) => {
    const shown = isShownIn(partition, made[i]?.ledger ?? []);
    return held.has(partition.table) ? [] : [{ partition, names: toldWith(partition, shown) }];
  });
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
