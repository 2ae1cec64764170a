import { bases, isWithin, kindsOf } from './basesInside.ts';

/** People whose number a reader has who adds up the numbers of some bases and takes others away. */
export interface Sum {
  /** The kinds of people in it: everybody of each, once. */
  readonly kinds: bigint;
  /** How often the number of each base is added, or, below 0, taken away. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Sums by the kinds of people in them. */
type Sums = ReadonlyMap<bigint, Sum>;

/** Of no base only the number of nobody is known. */
export const noSums: Sums = new Map([[0n, { kinds: 0n, parts: new Map() }]]);

const sides = [...Map.groupBy(bases, ({ side }) => side).values()].map((own) =>
  own.reduce((kinds, { id }) => kinds | kindsOf(id), 0n),
);

/** All kinds of people of both sides. */
export const EVERYBODY = sides.reduce((kinds, own) => kinds | own, 0n);

const areOfOneSide = (kinds: bigint): boolean => sides.some((everybody) => isWithin(kinds, everybody));

function combined(one: Sum, other: Sum, times: 1 | -1): Sum {
  const parts = new Map(one.parts);
  for (const [base, often] of other.parts) {
    const sum = (parts.get(base) ?? 0) + times * often;
    if (sum === 0) parts.delete(base);
    else parts.set(base, sum);
  }
  return { kinds: one.kinds ^ other.kinds, parts };
}

/** Whether two sums give a third: both together where they share nobody, what is between them where one is inside the other. */
function giveAThird(one: bigint, other: bigint): boolean {
  const both = one & other;
  return both === one || both === other || (both === 0n && areOfOneSide(one | other));
}

function third(one: Sum, other: Sum): Sum {
  if (isWithin(other.kinds, one.kinds)) return combined(one, other, -1);
  return isWithin(one.kinds, other.kinds) ? combined(other, one, -1) : combined(one, other, 1);
}

function withOneMore(sums: Sums, base: string, kinds: bigint): Sums {
  const every = new Map(sums);
  const found: Sum[] = [];
  const add = (one: Sum): void => {
    every.set(one.kinds, one);
    found.push(one);
  };
  if (!every.has(kinds)) add({ kinds, parts: new Map([[base, 1]]) });
  for (const one of found)
    for (const other of every.values())
      if (giveAThird(one.kinds, other.kinds) && !every.has(one.kinds ^ other.kinds)) add(third(one, other));
  return every;
}

const known = new WeakMap<Sums, Map<string, Sums>>();

/**
 * The sums with those that follow with one more base. Worked out once, because releases tell much the same bases.
 * @param among the kinds of people that there can be
 */
export function withBase(sums: Sums, base: string, among = EVERYBODY): Sums {
  const more = known.get(sums) ?? new Map<string, Sums>();
  known.set(sums, more);
  const kinds = kindsOf(base) & among;
  const name = `${base} ${kinds}`;
  const made = more.get(name) ?? withOneMore(sums, base, kinds);
  more.set(name, made);
  return made;
}

/**
 * Everything that follows from the numbers of these bases: each sum that counts a person once or not at all.
 * @param among the kinds of people that there could be when they were told
 */
export const sumsOf = (told: Iterable<string>, among = EVERYBODY): Sums =>
  [...told].toSorted().reduce((sums, base) => withBase(sums, base, among), noSums);

/** Whether everybody of some base is among these people. */
export const holdsBase = (people: bigint, among = EVERYBODY): boolean =>
  bases.some(({ id }) => {
    const kinds = kindsOf(id) & among;
    return kinds !== 0n && isWithin(kinds, people);
  });
