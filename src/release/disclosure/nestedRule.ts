import { families, isInside, type Family } from '../basesInside.ts';
import { changedSinceTold, innerNowOuterBefore, outerNowInnerBefore } from './between.ts';
import type { Changing } from './changeSince.ts';
import { inTurn } from './inTurn.ts';
import { depthOf, sizesOf, toldBefore, toldBy } from './printedBases.ts';
import type { Protection, ReleaseRequest } from './protection.ts';
import type { ShownTable } from './shown.ts';
import { isSafeBetween, isSafeGroup } from './thresholds.ts';

/** What P12 looks at. */
interface Scene {
  readonly sizes: ReadonlyMap<string, Changing>;
  readonly before: ReturnType<typeof toldBefore>;
  /** The bases that this release would tell anew, with how much is lost without each. */
  readonly now: ReadonlyMap<string, number>;
}

function sizeOf({ sizes }: Scene, base: string): Changing {
  const found = sizes.get(base);
  if (found === undefined) throw new Error(`The tally counts nobody in ${base}.`);
  return found;
}

/** Whether the number of a base would isolate a few people beside the number of another one, told now or before. */
function isTooNear(scene: Scene, base: string, kept: ReadonlySet<string>): boolean {
  const own = sizeOf(scene, base);
  const isUnsafe = (other: string, inner: Changing, outer: Changing, between: typeof innerNowOuterBefore) =>
    (kept.has(other) && !isSafeBetween(outer.n - inner.n)) ||
    (scene.before.get(other) ?? []).some(
      (row) => !isSafeBetween(between(outer, inner, row, `${base} beside ${other}`)),
    );
  return [...scene.sizes].some(
    ([other, size]) =>
      (isInside(base, other) && isUnsafe(other, own, size, innerNowOuterBefore)) ||
      (isInside(other, base) && isUnsafe(other, size, own, outerNowInnerBefore)),
  );
}

/** The next base to withhold so that the parts of a whole that are not told are nobody or at least ten; null: none. */
function nextOf({ outer, parts }: Family, scene: Scene, kept: ReadonlySet<string>): string | null {
  const isTold = (base: string): boolean => kept.has(base) || scene.before.has(base);
  const told = parts.filter(isTold);
  if (!isTold(outer) || told.length === 0 || told.length === parts.length) return null;
  const n = (base: string): number => sizeOf(scene, base).n;
  const hidden = n(outer) - told.reduce((sum, base) => sum + n(base), 0);
  // A number told before is of other people than now: whoever came or left since is among those who are left over.
  const changed = [...told, outer]
    .filter((base) => !kept.has(base))
    .reduce(
      (sum, base) => sum + changedSinceTold(sizeOf(scene, base), scene.before.get(base) ?? [], base),
      0,
    );
  if (isSafeGroup(hidden + changed)) return null;
  // What an earlier release told cannot be taken back.
  const [smallest] = [...told, outer].filter((base) => kept.has(base)).toSorted((a, b) => n(a) - n(b));
  return smallest ?? null;
}

/** The bases that may be told anew. */
function allowed(scene: Scene): ReadonlySet<string> {
  const kept = new Set<string>();
  const depth = (base: string): number => depthOf(base, scene.sizes.keys());
  const inOrder = [...scene.now].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || depth(a) - depth(b));
  for (const [base] of inOrder) if (!isTooNear(scene, base, kept)) kept.add(base);
  for (;;) {
    const next = families.map((family) => nextOf(family, scene, kept)).find((base) => base !== null);
    if (next === undefined) return kept;
    kept.delete(next);
  }
}

const hasShares = (tables: readonly ShownTable[]): boolean =>
  tables.some(({ groups }) => Object.values(groups).some(({ status }) => status === 'published'));

function heldByBases(
  { partitions, ledger }: ReleaseRequest,
  made: readonly Protection[],
): ReadonlySet<string> {
  const sizes = sizesOf(partitions);
  const told = partitions.map((partition, i) => {
    const rows = made[i]?.ledger ?? [];
    const shown = rows.filter((row) => row.shown && row.category in partition.categories);
    const people = toldBy(
      partition,
      shown.map(({ category }) => category),
    );
    return { partition, bases: people.filter((name) => sizes.has(name)) };
  });
  const tablesOf = (base: string): number => partitions.filter((partition) => partition.base === base).length;
  // No percentage is given up for a count of 10 to 29 people.
  const withShares = new Set(told.flatMap(({ bases }, i) => (hasShares(made[i]?.tables ?? []) ? bases : [])));
  const lossOf = (base: string): number => tablesOf(base) + (withShares.has(base) ? partitions.length : 0);
  const scene: Scene = {
    sizes,
    before: toldBefore(partitions, ledger),
    now: new Map(told.flatMap(({ bases }) => bases).map((base) => [base, lossOf(base)])),
  };
  const kept = allowed(scene);
  const isHeld = (base: string): boolean => scene.now.has(base) && !kept.has(base);
  return new Set(
    told
      .filter(({ partition, bases }) => [...bases, partition.base ?? ''].some(isHeld))
      .map(({ partition }) => partition.table),
  );
}

const NOT_RENEWED: Protection = { tables: [], withheld: [], ledger: [] };

/**
 * P12: of two routing bases, one inside the other, the difference is nobody or at least five; else one of them is told in
 * no table: the one that no percentage rests on, or that fewer tables count, or else the finer. Leaving out the number alone would hide nothing, because a
 * share and its range give it back. That the people between are an answer that a table prints makes no difference: from 1
 * to 4 they are printed nowhere (P11). Numbers of earlier releases stay readable, so a base that is told anew is compared
 * with each of them. And where several bases part another, those not told are together nobody or at least ten. Tables of
 * all versions of the questionnaire and tables of some are renewed in turn (inTurn.ts).
 *
 * It only ever turns a renewed table into one carried over, and a table with fewer than ten changes is carried over
 * anyway (P6): so one person more or fewer does not show (V3).
 * @param made each table as P1 to P7 make it
 * @returns the tables that are not renewed.
 * @throws {ReleaseError} when the ledger and the tally do not belong together.
 */
export function nestedRule(request: ReleaseRequest, made: readonly Protection[]): ReadonlySet<string> {
  const waiting = new Set<string>();
  for (;;) {
    const left = made.map((one, i) => (waiting.has(request.partitions[i]?.table ?? '') ? NOT_RENEWED : one));
    const held = new Set([...waiting, ...heldByBases(request, left)]);
    const next = inTurn(request, made, held);
    if (next.length === 0) return held;
    for (const table of next) waiting.add(table);
  }
}
