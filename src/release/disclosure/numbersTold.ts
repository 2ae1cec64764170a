import { ANSWERED } from '../tables.ts';
import { sumOf } from './hideSmall.ts';
import { categoryOf, type Partition } from './partition.ts';
import type { Protected, Protection, Withholding } from './protection.ts';
import { rowsOf } from './rowsOf.ts';
import { isTold, type ShownCell, type ShownGroup, type ShownTable } from './shown.ts';

type Told = Extract<ShownGroup, { status: 'published' | 'few_answers' }>;

/** What a table tells, with the counts that it was made from. */
export interface TableTold {
  readonly partition: Partition;
  readonly table: ShownTable;
  readonly group: Told;
}

/** What a table that is renewed tells; null where it tells nothing, or nothing new. */
export function tableTold({ partition, tables, ledger }: Protected): TableTold | null {
  const [table] = tables;
  const group = table?.groups[ANSWERED];
  if (table === undefined || group === undefined || ledger.length === 0 || !isTold(group)) return null;
  return { partition, table, group };
}

/** A number of a table: its name, the answers that it counts, and how many people gave one. */
export interface Item {
  readonly name: string;
  readonly isHeadline: boolean;
  readonly codes: readonly string[];
  readonly n: number;
}

export const answered = ({ partition }: TableTold) => categoryOf(partition, ANSWERED);

/** The answers and headlines whose number is printed. */
export function itemsOf(telling: TableTold): readonly Item[] {
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

const WITHHELD: ShownCell = { status: 'withheld' };

/** The group with only these of its numbers; null where none is left. */
function groupWithOnly(group: Told, kept: readonly Item[]): Told | null {
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
export function withOnly(
  telling: TableTold,
  made: Protection,
  kept: readonly Item[],
  release: string,
): Protection {
  const { partition, table, group } = telling;
  const left = groupWithOnly(group, kept);
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
