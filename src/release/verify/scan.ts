import type { ShownGroup, ShownTable } from '../disclosure/shown.ts';
import { hasMinimumBase, isFew, isSafeGroup, MINIMUM_CELL } from '../disclosure/thresholds.ts';
import { tables as definitions } from '../tables.ts';
import { smallProblems } from './scanSmall.ts';

/** P10: what no published file may contain, with a pattern for each. */
export const identifyingPatterns: readonly (readonly [string, RegExp])[] = [
  ['an id', /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/i],
  ['a time of day', /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  // Four groups of seven in Crockford’s base32 (protocol 4.2).
  ['a receipt code', /\b(?:[0-9A-HJKMNP-TV-Z]{7}-){3}[0-9A-HJKMNP-TV-Z]{7}\b/i],
  ['an e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i],
  ['a secret key', /sb_secret_\w+|service_role|eyJ[\w-]{10,}\.eyJ[\w-]{10,}/],
];

/** P10: what in a text could identify one response, such as “an id” or “a time of day”. */
export const identifying = (text: string): readonly string[] =>
  identifyingPatterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

type PublishedGroup = Extract<ShownGroup, { status: 'published' }>;

/**
 * The overall table that a segment’s table cuts, by its name: “E11 employer industry” cuts “E11 employer”; none where the
 * two are of other versions of the questionnaire, and so of other people.
 */
function overallOf({ table, segment }: ShownTable, tables: readonly ShownTable[]): ShownTable | undefined {
  const overall = tables.find(
    (other) => other.segment === null && `${other.table} ${segment ?? ''}` === table,
  );
  const counted = (name: string | undefined) => definitions.find((one) => one.name === name)?.counted;
  const [whole, cut] = [counted(overall?.table), counted(table)];
  return whole === undefined || cut === undefined || whole === cut ? overall : undefined;
}

const published = ({ groups }: ShownTable): (readonly [string, PublishedGroup])[] =>
  Object.entries(groups).flatMap(([code, group]) =>
    group.status === 'published' ? [[code, group] as const] : [],
  );

/** P5 on one printed group: counts at least five from 0 and from n, nested ones equal or at least five apart. */
function cellProblems({ n, cells }: PublishedGroup): string[] {
  const problems: string[] = [];
  const coarser: number[] = [];
  for (const [indicator, cell] of Object.entries(cells)) {
    if (cell.status !== 'published') continue;
    const { x } = cell;
    if (x < MINIMUM_CELL || x > n - MINIMUM_CELL)
      problems.push(`${indicator}: ${x} of ${n} is printed (P5).`);
    if (coarser.some((other) => other < x))
      problems.push(`${indicator}: it lies inside another and is more than it.`);
    if (coarser.some((other) => other > x && other - x < MINIMUM_CELL))
      problems.push(`${indicator}: too few people are between it and the one around it (P5).`);
    coarser.push(x);
  }
  return problems;
}

/** P3 on a group told as counts: an overall one of 10 to 29, and five people at least in, outside and between its headlines. */
function fewProblems(table: ShownTable): string[] {
  return Object.entries(table.groups).flatMap(([code, group]) => {
    if (group.status !== 'few_answers') return [];
    const { n, headlines } = group;
    const counts = Object.values(headlines);
    const parts = [n, ...counts].map((x, i) => x - (counts[i] ?? 0));
    const isKept =
      isFew(n) &&
      table.segment === null &&
      table.rest === null &&
      counts.length > 0 &&
      parts.every((people) => people >= MINIMUM_CELL);
    return isKept ? [] : [`${code}: counts of ${n} answers are printed that may not be (P3).`];
  });
}

/** P4: the total minus the printed groups, where both come from the same release. */
function residualProblems(table: ShownTable, tables: readonly ShownTable[]): string[] {
  if (table.rest !== null)
    return table.rest.status === 'published' && isSafeGroup(table.rest.n)
      ? []
      : ['fewer than ten people are in no printed group (P4).'];
  const overall = overallOf(table, tables);
  if (overall?.vintage !== table.vintage) return [];
  const groups = published(table);
  if (groups.length === 0) return [];
  const sum = (list: readonly (readonly [string, PublishedGroup])[]) =>
    list.reduce((total, [, { n }]) => total + n, 0);
  const left = sum(published(overall)) - sum(groups);
  if (published(overall).length === 0 || isSafeGroup(left)) return [];
  return [left < 0 ? 'its groups hold more people than there are.' : `${left} people are left over (P4).`];
}

function tableProblems(table: ShownTable, tables: readonly ShownTable[]): string[] {
  const groups = published(table).flatMap(([code, group]) => {
    // Where no percentage is printed, ten people are enough (P9).
    const isEnough = Object.keys(group.cells).length === 0 ? isSafeGroup(group.n) : hasMinimumBase(group.n);
    const own = isEnough ? [] : [`a base of ${group.n} is printed (P3).`];
    const impossible = Object.entries(group.cells).flatMap(([name, cell]) =>
      cell.status === 'published' && cell.x > group.n ? [`${name}: ${cell.x} of ${group.n} cannot be.`] : [],
    );
    const cells =
      table.segment === null ? [...impossible, ...smallProblems(table.table, group)] : cellProblems(group);
    return [...own, ...cells].map((problem) => `${code}: ${problem}`);
  });
  const own = [...groups, ...fewProblems(table)];
  return table.segment === null ? own : [...own, ...residualProblems(table, tables)];
}

/**
 * V1: whether the tables about to be published keep P3, P4, P5, P10 and P11, judged from those tables alone.
 * @returns one sentence a problem, each naming its table and cell; empty when there is none.
 */
export const scan = (tables: readonly ShownTable[]): readonly string[] => [
  ...tables.flatMap((table) => tableProblems(table, tables).map((problem) => `${table.table}, ${problem}`)),
  ...identifying(JSON.stringify(tables)).map((what) => `The release holds ${what} (P10).`),
];
