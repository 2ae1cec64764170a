import type { SideId } from '../survey/question.ts';
import { employers, jobSeekers } from './bases.ts';
import { ANSWERED, chainName, tables, type TableDefinition } from './tables.ts';

/** How many responses of a side are counted, and the release that says so: this one, or an earlier one. */
export interface Counted {
  readonly n: number;
  readonly vintage: string;
}

interface Group {
  readonly status: string;
  readonly n?: number | undefined;
}

/** As much of a table as a release of any age has. */
export interface CountTable {
  readonly table: string;
  readonly vintage: string | null;
  readonly groups: Readonly<Record<string, Group>>;
  readonly rest: Group | null;
}

const printed = (group: Group | null | undefined): number | null =>
  group?.status === 'published' ? (group.n ?? null) : null;

/** The tables that count everybody on a side, whole. */
const whole = new Map<string, TableDefinition>(
  tables
    .filter(({ series, segment }) => segment === null && [jobSeekers, employers].includes(series.base))
    .map((definition) => [definition.name, definition]),
);

/** Everybody on the side, as one table prints them: in a group or in none. Null where it does not. */
function everybodyIn({ table, groups, rest }: CountTable, side: SideId): number | null {
  if (table === chainName(side)) return printed(groups.included);
  const definition = whole.get(table);
  const others = printed(rest);
  if (definition?.series.side !== side || others === null) return null;
  if (definition.series.partedBy !== undefined)
    return Object.values(groups).reduce((sum, group) => sum + (printed(group) ?? 0), others);
  const answered = printed(groups[ANSWERED]);
  return answered === null ? null : answered + others;
}

/**
 * How many responses of a side a release counts: the newest number that any of its tables prints, so that every page says
 * the same. Null while none does.
 */
export const countedOf = (
  { tables: shown }: { readonly tables: readonly CountTable[] },
  side: SideId,
): Counted | null =>
  shown
    .flatMap((table) => {
      const n = everybodyIn(table, side);
      return n === null || table.vintage === null ? [] : [{ n, vintage: table.vintage }];
    })
    .toSorted((a, b) => b.vintage.localeCompare(a.vintage))[0] ?? null;
