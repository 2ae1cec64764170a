import { nestedSeries, type AnsweredBoth, type NestedSeries } from '../nestedSeries.ts';
import { isFewTold, type Printed } from './fewInSums.ts';
import { answered, itemsOf, tableTold, withOnly, type Item, type TableTold } from './numbersTold.ts';
import type { Protected } from './protection.ts';

/** A first table that is told anew, and how it is beside the second. */
type Beside = readonly [TableTold, NestedSeries];

/** The numbers of a table without these, as sums of the people of a pair. */
function printedBy(
  telling: TableTold,
  people: NestedSeries['people'],
  which: keyof AnsweredBoth,
  items: readonly Item[],
): readonly Printed[] {
  const { table, partition } = telling;
  const counted = (n: number, isIn: (code: string | null) => boolean): Printed => ({
    counts: people.map((one) => isIn(one[which])),
    n,
  });
  return [
    counted(answered(telling).n, (code) => code !== null),
    ...(table.rest?.status === 'published' ? [counted(partition.rest.n, (code) => code === null)] : []),
    ...items.map(({ codes, n }) => counted(n, (code) => code !== null && codes.includes(code))),
  ];
}

/** Whether the second table may print these of its numbers beside the first ones. */
const isSafeBeside = (firsts: readonly Beside[], telling: TableTold, items: readonly Item[]): boolean =>
  firsts.every(
    ([first, { people }]) =>
      !isFewTold(
        [
          ...printedBy(first, people, 'first', itemsOf(first)),
          ...printedBy(telling, people, 'second', items),
        ],
        // Who answered one of the two alone: not protected beyond their sum (protocol 2.5).
        people.map((one) => one.first !== null && one.second !== null),
      ),
  );

/**
 * The numbers that may be printed; null: all of them. Headlines before answers; of these first the ones that are far from an
 * answer that cannot be printed, so that those which are drawn as one stand side by side.
 */
function allowed(firsts: readonly Beside[], telling: TableTold): readonly Item[] | null {
  const all = itemsOf(telling);
  const isSafe = (items: readonly Item[]): boolean => isSafeBeside(firsts, telling, items);
  if (isSafe(all)) return null;
  // Nobody at all is said, and hides nobody.
  let kept = all.filter(({ n }) => n === 0);
  const nothing = kept.length;
  if (!isSafe(kept)) return [];
  const keep = (items: readonly Item[]): void => {
    for (const item of items) if (isSafe([...kept, item])) kept = [...kept, item];
  };
  keep(all.filter(({ isHeadline, n }) => isHeadline && n > 0));
  const answers = all.filter(({ isHeadline, n }) => !isHeadline && n > 0);
  const places = answers.flatMap((item, place) => (isSafe([...kept, item]) ? [] : [place]));
  const distance = (item: Item): number =>
    Math.min(...places.map((place) => Math.abs(place - answers.indexOf(item))));
  keep(answers.toSorted((a, b) => distance(b) - distance(a) || b.n - a.n));
  return kept.length > nothing ? kept : [];
}

/**
 * P11, two series of the same people: where an answer of one holds only people who are in an answer of the other, such as what
 * was said with the no and what was heard in the end, a number of the second is printed only where no adding up and taking
 * away in both tables leaves one to four people. Else it is withheld, with so many others that it does not follow from them.
 *
 * It only ever hides numbers of a table that is renewed, and a table with fewer than ten changes is carried over anyway
 * (P6): so one person more or fewer does not show (V3).
 * @param made each table as P1 to P7 and P11 make it by itself
 */
export function samePeople(made: readonly Protected[], release: string): readonly Protected[] {
  const now = new Map(made.map((one) => [one.partition.table, one]));
  const tellingIn = (table: string): TableTold | null => {
    const found = now.get(table);
    return found === undefined ? null : tableTold(found);
  };
  for (const [second, pairs] of Map.groupBy(nestedSeries(), (pair) => pair.second)) {
    const found = now.get(second);
    const telling = tellingIn(second);
    if (found === undefined || telling === null) continue;
    const firsts = pairs.flatMap((pair) => {
      const first = tellingIn(pair.first);
      return first === null ? [] : [[first, pair] as const];
    });
    const kept = allowed(firsts, telling);
    if (kept !== null) now.set(second, { ...found, ...withOnly(telling, found, kept, release) });
  }
  return [...now.values()];
}
