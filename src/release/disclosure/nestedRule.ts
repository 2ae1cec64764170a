import { isBase } from '../basesInside.ts';
import { noSums, withBase } from '../sumsOfBases.ts';
import { hasTurn, inTurn } from './inTurn.ts';
import { versionsOf } from './people.ts';
import { depthOf, everybodyIn, toldAnew, toldBefore } from './printedBases.ts';
import type { Protected, ReleaseRequest } from './protection.ts';
import type { ShownTable } from './shown.ts';
import { tooFewIn, type Scene } from './tooFew.ts';

/**
 * The bases that may be told anew, those first of whose tables most would be lost.
 * @param lossOf how much is lost without each of them
 */
function allowed(scene: Scene, lossOf: ReadonlyMap<string, number>): ReadonlySet<string> {
  const tooFew = tooFewIn(scene);
  const depth = (base: string): number => depthOf(base, scene.sizes.keys());
  const sizeOf = (base: string): number => scene.sizes.get(base)?.n ?? 0;
  const inOrder = [...lossOf].toSorted(
    ([a, ofA], [b, ofB]) => ofB - ofA || depth(a) - depth(b) || sizeOf(b) - sizeOf(a),
  );
  const kept = new Set<string>();
  let sums = noSums;
  for (const [base] of inOrder) {
    const more = withBase(sums, base);
    if (more.values().some((sum) => !sums.has(sum.kinds) && tooFew(sum) !== null)) continue;
    kept.add(base);
    sums = more;
  }
  return kept;
}

const hasShares = (tables: readonly ShownTable[]): boolean =>
  tables.some(({ groups }) => Object.values(groups).some(({ status }) => status === 'published'));

function heldBySums(
  { partitions, ledger, earlier }: ReleaseRequest,
  made: readonly Protected[],
): ReadonlySet<string> {
  const sizes = new Map([...everybodyIn(partitions)].filter(([name]) => isBase(name)));
  const told = made.map((one) => ({ ...one, bases: toldAnew(one).filter(isBase) }));
  const tablesOf = (base: string): number => partitions.filter((partition) => partition.base === base).length;
  const earlierNumbers = toldBefore(partitions, ledger).filter(({ name }) => isBase(name));
  const before = Map.groupBy(earlierNumbers, ({ name }) => name);
  const scene = { sizes, before, fieldedBy: ledger.fieldedBy };
  const lastTold = (base: string): number =>
    earlier.findLastIndex(({ id }) => scene.before.get(base)?.some(({ release }) => release === id));
  // Those of some versions of the questionnaire are in fewer tables than those of all, and would never be told.
  const isNext = (base: string): boolean => versionsOf(base) !== null && hasTurn(earlier, lastTold(base));
  // No percentage is given up for a count of 10 to 29 people.
  const withShares = new Set(told.flatMap(({ bases, tables }) => (hasShares(tables) ? bases : [])));
  const lossOf = (base: string): number =>
    tablesOf(base) + partitions.length * ((withShares.has(base) ? 1 : 0) + (isNext(base) ? 2 : 0));
  const now = new Map(told.flatMap(({ bases }) => bases).map((base) => [base, lossOf(base)]));
  const kept = allowed(scene, now);
  const isHeld = (base: string): boolean => now.has(base) && !kept.has(base);
  return new Set(
    told
      .filter(({ partition, bases }) => [...bases, partition.base ?? ''].some(isHeld))
      .map(({ partition }) => partition.table),
  );
}

/**
 * P12: what a reader gets who adds up the numbers of routing bases and takes others away is nobody, at least five people,
 * or ten where all of some base are among them: within a release, beside the same sums of every earlier one, and
 * beside the last number of each base, however old. A base that would break this is told in no table: the one that no
 * percentage rests on, or that fewer tables count, or else the finer or the smaller. Leaving out the number alone would hide nothing,
 * because a share and its range give it back. That the people in question are an answer that a table prints makes no
 * difference: from 1 to 4 they are printed nowhere (P11). Tables of all versions of the questionnaire and tables of some are
 * renewed in turn (inTurn.ts).
 *
 * It only ever turns a renewed table into one carried over, and a table with fewer than ten changes is carried over
 * anyway (P6): so one person more or fewer does not show (V3).
 * @param made each table as P1 to P7 make it
 * @returns the tables that are not renewed.
 * @throws {ReleaseError} when the ledger and the tally do not belong together.
 */
export function nestedRule(request: ReleaseRequest, made: readonly Protected[]): ReadonlySet<string> {
  const waiting = new Set<string>();
  for (;;) {
    const left = made.filter(({ partition }) => !waiting.has(partition.table));
    const held = new Set([...waiting, ...heldBySums(request, left)]);
    const next = inTurn(request, made, held);
    if (next.length === 0) return held;
    for (const table of next) waiting.add(table);
  }
}
