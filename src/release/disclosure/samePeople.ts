import { nestedSeries, type AnsweredBoth, type NestedSeries } from '../nestedSeries.ts';
import { ANSWERED } from '../tables.ts';
import { isFewTold, type Printed } from './fewInSums.ts';
import { isLow, sumOf } from './hideSmall.ts';
import { categoryOf, type Partition } from './partition.ts';
import type { Protection, Withholding } from './protection.ts';
import { rowsOf } from './rowsOf.ts';
import { isTold, type ShownCell, type ShownGroup, type ShownTable } from './shown.ts';

type Told = Extract<ShownGroup, { status: 'published' | 'few_answers' }>;

/** What a table tells, with the counts that it was made from. */
interface Telling {
  readonly partition: Partition;
  readonly table: ShownTable;
  readonly group: Told;
}

/** A first table that is told anew, and how it is beside the second. */
type Beside = readonly [Telling, NestedSeries];

/** A number of a table: its name, the answers that it counts, and how many people gave one. */
interface Item {
  readonly name: string;
  readonly isHeadline: boolean;
  readonly codes: readonly string[];
  readonly n: number;
}

const answered = ({ partition }: Telling) => categoryOf(partition, ANSWERED);

/** The answers and headlines whose number is printed. */
function itemsOf(telling: Telling): readonly Item[] {
  const { partition, group } = telling;
  const { x } = answered(telling);
  const item = (name: string, isHeadline: boolean, codes: readonly string[]): Item => ({
    name,
    isHeadline,
    codes,
    n: sumOf(x, codes),
  });
  const headlines = Object.entries(partition.headlines ?? {});
  if (group.status === 'few_answers')
    return headlines.flatMap(([id, codes]) => (id in group.headlines ? [item(id, true, codes)] : []));
  const isPrinted = (cell: ShownCell | undefined): boolean => cell?.status === 'published';
  return [
    ...headlines.flatMap(([id, codes]) => (isPrinted(group.headlines?.[id]) ? [item(id, true, codes)] : [])),
    ...Object.keys(x).flatMap((code) => (isPrinted(group.cells[code]) ? [item(code, false, [code])] : [])),
  ];
}

/** The numbers of a table without these, as sums of the people of a pair. */
function printedBy(
  telling: Telling,
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
const isSafeBeside = (firsts: readonly Beside[], telling: Telling, items: readonly Item[]): boolean =>
  firsts.every(
    ([first, { people }]) =>
      !isFewTold(
        [
          ...printedBy(first, people, 'first', itemsOf(first)),
          ...printedBy(telling, people, 'second', items),
        ],
        // Who answered one of the two alone: not protected beyond their sum (protocol 2.5).
        people.map((one) => one.first !== null && one.second !== null),
        isLow,
      ),
  );

/**
 * The numbers that may be printed; null: all of them. Headlines before answers; of these first the ones that are far from an
 * answer that cannot be printed, so that those which are drawn as one stand side by side.
 */
function allowed(firsts: readonly Beside[], telling: Telling): readonly Item[] | null {
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

const WITHHELD: ShownCell = { status: 'withheld' };

/** The group with only these of its numbers; null where none is left. */
function only(group: Told, kept: readonly Item[]): Told | null {
  if (kept.length === 0) return null;
  const names = (isHeadline: boolean) =>
    new Set(kept.flatMap((item) => (item.isHeadline === isHeadline ? [item.name] : [])));
  const hide = (cells: Readonly<Record<string, ShownCell>>, shown: ReadonlySet<string>) =>
    Object.fromEntries(
      Object.entries(cells).map(([name, cell]) => [
        name,
        cell.status !== 'published' || shown.has(name) ? cell : WITHHELD,
      ]),
    );
  if (group.status === 'few_answers') {
    const headlines = Object.entries(group.headlines).filter(([id]) => names(true).has(id));
    return { ...group, headlines: Object.fromEntries(headlines) };
  }
  return {
    ...group,
    cells: hide(group.cells, names(false)),
    ...(group.headlines !== undefined && { headlines: hide(group.headlines, names(true)) }),
  };
}

/** The table as it is released with only these of its numbers. */
function without(telling: Telling, made: Protection, kept: readonly Item[], release: string): Protection {
  const { partition, table, group } = telling;
  const left = only(group, kept);
  const name = partition.table;
  const hidden = (indicator: string | null): Withholding => ({
    table: name,
    category: ANSWERED,
    indicator,
    rule: 'small',
  });
  if (left === null) {
    const none: ShownGroup = { status: group.status === 'few_answers' ? 'small_base' : 'withheld' };
    return {
      tables: [{ ...table, groups: { [ANSWERED]: none }, rest: null }],
      withheld: [hidden(null)],
      ledger: rowsOf(partition, [], release),
    };
  }
  const gone = itemsOf(telling).filter(
    (item) => !kept.some((one) => one.name === item.name && one.isHeadline === item.isHeadline),
  );
  return {
    ...made,
    tables: [{ ...table, groups: { [ANSWERED]: left } }],
    withheld: [...made.withheld, ...gone.map((item) => hidden(item.name))],
  };
}

/** What a table that is renewed tells; null where it tells nothing, or nothing new. */
function tellingOf(partition: Partition, { tables, ledger }: Protection): Telling | null {
  const [table] = tables;
  const group = table?.groups[ANSWERED];
  if (table === undefined || group === undefined || ledger.length === 0 || !isTold(group)) return null;
  return { partition, table, group };
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
export function samePeople(
  partitions: readonly Partition[],
  made: readonly Protection[],
  release: string,
): readonly Protection[] {
  const now = new Map(
    partitions.flatMap((partition, i) => {
      const own = made[i];
      return own === undefined ? [] : [[partition.table, { partition, own }] as const];
    }),
  );
  const tellingIn = (table: string): Telling | null => {
    const found = now.get(table);
    return found === undefined ? null : tellingOf(found.partition, found.own);
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
    if (kept !== null) now.set(second, { ...found, own: without(telling, found.own, kept, release) });
  }
  return partitions.map(
    ({ table }, i) => now.get(table)?.own ?? made[i] ?? { tables: [], withheld: [], ledger: [] },
  );
}
