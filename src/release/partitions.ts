import { keptWithFlagSql, leftOutByRule } from '../survey/database/leftOutSql.ts';
import type { SideId } from '../survey/question.ts';
import { ASKED, countName, eligible, keptName } from './counts.ts';
import { readCounts, type Counts, type Pick } from './readCounts.ts';
import { FATE, RULE, type Group, type Partition } from './disclosure/partition.ts';
import type { Indicator, SeriesDefinition } from './series.ts';
import { ANSWERED, chainName, tableName, tables, type TableDefinition } from './tables.ts';
import type { Tally } from './tally.ts';

const none: Group = { n: 0, x: {}, added: {} };

/** Those with an answer: the people of the base itself where everybody in it has one. */
const answeredName = (table: string, { asides, base }: SeriesDefinition): string =>
  asides.length === 0 ? base.id : `${table} ${ANSWERED}`;

function groupOf(
  pick: Pick,
  names: readonly string[],
  x: Readonly<Record<string, readonly string[]>>,
): Group {
  return {
    n: pick.count(names),
    x: Object.fromEntries(Object.entries(x).map(([name, parts]) => [name, pick.count(parts)])),
    added: pick.added(names),
  };
}

function overall({ name, series }: TableDefinition, counts: Counts): Partition {
  const everybody = counts.where({ counted: true, segment: null });
  const names = (codes: readonly { readonly code: string }[]) =>
    codes.map(({ code }) => countName(name, code));
  const each = (codes: readonly { readonly code: string }[]) =>
    Object.fromEntries(codes.map(({ code }) => [code, [countName(name, code)]]));
  const answered = groupOf(everybody, names(series.cells), each(series.cells));
  const rest = groupOf(everybody, names(series.asides), each(series.asides));
  const asked = everybody.count([countName(name, ASKED)]);
  if (answered.n + rest.n !== asked)
    throw new Error(
      `${name}: ${asked} people were asked but ${answered.n + rest.n} are in a cell; every one must be in exactly one.`,
    );
  return {
    table: name,
    side: series.side,
    segment: null,
    population: series.base.id,
    indicators: series.cells.map(({ code }) => code),
    categories: { [ANSWERED]: { ...answered, population: answeredName(name, series) } },
    rest,
  };
}

function cut({ name, estimate, series, segment }: TableDefinition, counts: Counts): Partition | null {
  if (segment === null) return null;
  const whole = tableName(estimate.id, series.id);
  const names = (codes: readonly string[]) => codes.map((code) => countName(whole, code));
  const answered = names(series.cells.map(({ code }) => code));
  const x = Object.fromEntries(
    series.indicators.map(({ id, cells }: Indicator) => [id, names(cells)] as const),
  );
  const of = (category: string | null) =>
    groupOf(counts.where({ counted: true, segment: segment.id, category }), answered, x);
  const inCategory = (code: string): Group => ({
    ...of(code),
    // Where everybody has an answer, those who got as far as a stage are a base of their own elsewhere.
    ...(segment.id === 'stage3' && series.asides.length === 0 && { population: `${series.base.id}_${code}` }),
  });
  const categories = Object.fromEntries(
    segment.categories.map(({ code }) => [code, inCategory(code)] as const),
  );
  const known = new Set(segment.categories.map(({ code }) => code));
  const rest = groupOf(counts.where({ counted: true, segment: segment.id, outside: known }), answered, x);
  return {
    table: name,
    side: series.side,
    segment: segment.id,
    population: answeredName(whole, series),
    indicators: series.indicators.map(({ id }) => id),
    categories,
    rest,
  };
}

/** What became of a side’s responses: screened out, left out by a rule, or included; then each rule by itself (P9). */
function chain(side: SideId, counts: Counts): readonly Partition[] {
  const every = counts.where({ segment: null });
  const included = counts.where({ counted: true, segment: null });
  const leftOut = counts.where({ counted: false, segment: null });
  const one = (pick: Pick, name: string) => groupOf(pick, [name], {});
  const less = (all: Group, part: Group): Group => ({
    n: all.n - part.n,
    x: {},
    added: Object.fromEntries(
      Object.entries(all.added).map(([id, added]) => [id, added - (part.added[id] ?? 0)]),
    ),
  });
  const head = { side, indicators: [] };
  const byRule = (name: string, code: string, pick: Pick): Partition => {
    const broke = one(pick, name);
    return {
      ...head,
      table: `${chainName(side)} ${name}`,
      segment: RULE,
      population: `${chainName(side)} eligible`,
      categories: { [code]: broke },
      rest: less(one(every, 'eligible'), broke),
    };
  };
  return [
    {
      ...head,
      table: chainName(side),
      segment: FATE,
      population: `${chainName(side)} submitted`,
      categories: {
        included: { ...one(included, 'eligible'), population: eligible[side].id },
        left_out: one(leftOut, 'eligible'),
        screened_out: less(one(every, 'submitted'), one(every, 'eligible')),
      },
      rest: { ...none, added: Object.fromEntries(counts.releases.map((id) => [id, 0])) },
    },
    ...leftOutByRule.map(([flag]) => byRule(flag, 'left_out', leftOut)),
    ...keptWithFlagSql.map(([flag]) => byRule(keptName(flag), 'kept', included)),
  ];
}

/**
 * Every table of the catalogue as the rules of disclosure take it, exact and private.
 * @param releases the ids of the earlier releases, in the order of the days that were given to the tally
 * @throws Error when the tally is not of this catalogue or its counts cannot be, saying which.
 */
export function partitionsOf(tally: Tally, releases: readonly string[]): readonly Partition[] {
  const counts = {
    job_seeker: readCounts(tally, 'job_seeker', releases),
    employer: readCounts(tally, 'employer', releases),
  };
  return [
    ...chain('job_seeker', counts.job_seeker),
    ...chain('employer', counts.employer),
    ...tables.map((table) => {
      const own = counts[table.series.side];
      return cut(table, own) ?? overall(table, own);
    }),
  ];
}
