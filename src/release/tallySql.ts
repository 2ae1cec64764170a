import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { conditionOnColumns, literal } from '../survey/sql.ts';
import { countsOf, eligible, type Count } from './counts.ts';
import { answerName, categoryColumn, questionOf, segmentsOf } from './segmentSql.ts';
import type { Base } from './series.ts';

/** Where the responses of a side are stored, and how their answers are read there. */
export interface Responses {
  /** Rows with the columns of a response table, its answers apart. */
  readonly from: string;
  /** The code a variable has, as text or of an enum. */
  readonly code: (variable: string) => string;
  /** A condition as an expression that is true or false, never null. */
  readonly holds: (condition: Condition) => string;
}

const array = (items: readonly string[]): string => `array[\n        ${items.join(',\n        ')}\n      ]`;

/** A column for each base. */
const inBase = ({ id }: Base): string => `in_${id.replaceAll(/\W/g, '_')}`;

/** The condition of a count without that of its base, in SQL. */
const besides = ({ where }: Count, { holds }: Responses): string => {
  if (where === null) return 'true';
  return 'sql' in where ? where.sql : holds(where);
};

const basesOf = (side: SideId): readonly Base[] => [
  ...new Map(countsOf(side).map(({ base }) => [base.id, base] as const)).values(),
];

/** The distinct conditions of a side’s counts; the n-th number of `people` is of the n-th condition. */
const conditionsOf = (side: SideId, responses: Responses): readonly string[] => [
  ...new Set(countsOf(side).map((count) => besides(count, responses))),
];

/** Responses counted by kind: epoch, standing, version and the bases they are in, for each answer that a segment groups. */
function kindTable(side: SideId, responses: Responses): string {
  const segmentsHere = segmentsOf(side);
  const kind = [
    'pg_catalog.width_bucket(since, tally.since)',
    "standing = 'counted'",
    'instrument',
    // Bases and not answers: few answers decide about many bases, but their combinations are nearly as many as employers.
    `concat(${basesOf(side)
      .map(({ where }) => responses.holds(where))
      .join(', ')})`,
  ];
  const columns = segmentsHere.map(answerName);
  const cases = segmentsHere.map((cut) => `when grouping(${answerName(cut)}) = 0 then ${literal(cut.id)}`);
  const inKind = (condition: string) =>
    condition === 'true' ? 'count(*)' : `count(*) filter (where ${condition})`;
  return `  ${side}_kind as (
    select
      kind,
      case ${cases.join(' ')} end as segment,
      coalesce(${columns.map((column) => `${column}::text`).join(', ')}) as answer,
      ${array(conditionsOf(side, responses).map(inKind))} as people
    from (
      select
        *,
        concat_ws(' ', ${kind.join(', ')}) as kind,
        ${segmentsHere.map((cut) => `${responses.code(questionOf(cut, side))} as ${answerName(cut)}`).join(',\n        ')}
      from ${responses.from}
      where made_up = tally.only_made_up and since < tally.before
      -- OFFSET 0 stops the planner from inlining these expressions wherever they are used.
      offset 0
    ) as response
    group by grouping sets (
      (kind),
      ${columns.map((column) => `(kind, ${column})`).join(',\n      ')}
    )
  )`;
}

/** The kinds added up to every count of the side. */
function countTable(side: SideId, responses: Responses): string {
  const conditions = conditionsOf(side, responses);
  const total = (count: Count) => {
    const people = `sum(people[${conditions.indexOf(besides(count, responses)) + 1}])`;
    return `coalesce(${people} filter (where ${inBase(count.base)}), 0)::bigint`;
  };
  return `  ${side} as (
    select
      counted::boolean as counted,
      epoch::integer as epoch,
      segment,
      category,
      min(instrument) as earliest,
      max(instrument) as latest,
      ${array(countsOf(side).map(total))} as counts
    from (
      select
        *,
        ${basesOf(side)
          .map((base, i) => `substr(bases, ${i + 1}, 1)::boolean as ${inBase(base)}`)
          .join(',\n        ')}
      from (
        select
          segment,
          ${categoryColumn(side)} as category,
          people,
          split_part(kind, ' ', 1) as epoch,
          split_part(kind, ' ', 2) as counted,
          split_part(kind, ' ', 3) as instrument,
          split_part(kind, ' ', 4) as bases
        from ${side}_kind
      ) as said
      offset 0
    ) as kind
    group by counted, epoch, segment, category
  )`;
}

/**
 * One pass over the responses of a side: every count of every category of every segment, and of everybody. Responses are
 * first counted by kind, each condition evaluated once a row; then the few hundred kinds are added up.
 *
 * It is one pass only while the planner keeps a hash table for each segment; otherwise it sorts all rows again for each
 * of them. It keeps hash tables when sorting is off and it expects them to fit into work_mem
 * (https://www.postgresql.org/docs/current/runtime-config-resource.html#GUC-WORK-MEM). Of an expression that is not a
 * plain column it expects 200 values: therefore the kind is one text, and answers are grouped as they are stored. It is
 * kinds, not responses, that are put into the categories of a segment.
 */
const pass = (side: SideId, responses: Responses): string =>
  `${kindTable(side, responses)},\n${countTable(side, responses)}`;

/** Daily totals of people who sent nothing, added up by epoch as the responses are. */
const screenedOut = (side: SideId): string => `(
        select coalesce(jsonb_agg(jsonb_build_object('epoch', epoch, 'n', n) order by epoch), '[]')
        from (
          select pg_catalog.width_bucket(day, tally.since) as epoch, sum(n) as n
          from private.screened_out
          where side = ${literal(side)} and made_up = tally.only_made_up and day < tally.before
          group by 1
        ) as total
      )`;

/** What was refused before anything was stored, and what took more work than usual. Made-up people met no door. */
const atTheDoor = `case when tally.only_made_up then '{}' else (
      select coalesce(jsonb_object_agg(rule, n), '{}')
      from (
        select rule, sum(n) as n from private.refusal where kind = 'response' and day < tally.before group by rule
      ) as total
    ) end`;

const groups = (side: SideId): string => `jsonb_build_object(
      'names', to_jsonb(array[${countsOf(side)
        .map(({ name }) => literal(name))
        .join(', ')}]),
      'groups', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'counted', counted, 'epoch', epoch, 'segment', segment, 'category', category, 'counts', to_jsonb(counts)
        ) order by segment nulls first, category, counted, epoch), '[]')
        from ${side}
      ),
      'screened_out', ${screenedOut(side)}
    )`;

/**
 * The function `tally` in a schema: every count of the catalogue over the stored responses, in the form of
 * src/release/tally.ts.
 */
export function createTally(schema: string, responsesOf: (side: SideId) => Responses): string {
  const sides = Object.keys(eligible) as SideId[];
  const versions = sides.flatMap((side) =>
    ['earliest', 'latest'].map((which) => `select ${which} as version from ${side}`),
  );
  return `create function ${schema}.tally(only_made_up boolean, since date[], before date) returns jsonb
language sql stable security definer set search_path = '' set statement_timeout = '120s' set work_mem = '64MB' set enable_sort = off as $$
  with
${sides.map((side) => pass(side, responsesOf(side))).join(',\n')}
  select jsonb_build_object(
    'instrument', (
      select coalesce(jsonb_agg(distinct version order by version), '[]')
      from (${versions.join(' union all ')}) as answered
    ),
    'door', ${atTheDoor},
    'sides', jsonb_build_object(${sides.map((side) => `${literal(side)}, ${groups(side)}`).join(', ')})
  )
$$;`;
}

/** The response tables, with a column for each question. */
const columns = (side: SideId): Responses => ({
  from: `private.${side}`,
  code: (variable) => variable,
  holds: conditionOnColumns,
});

/** The function the release job calls, over the response tables, for the service role alone. */
export function tallySql(): string {
  return `-- Written by "npm run instrument" from src/release/catalogue.ts. Do not edit.

-- A release counts the responses of whole days before its own, so that no response can be added to a day already counted.
-- “since” holds the days of earlier releases, in order: the epoch of a response is how many of them were made without it.
-- The API gateway reads the statement timeout and sets it before the call
-- (https://docs.postgrest.org/en/stable/references/transactions.html#function-settings).
${createTally('public', columns)}

comment on function public.tally(boolean, date[], date) is
  'Exact counts for the release job. Private: never for the site, never for anon.';

revoke execute on function public.tally(boolean, date[], date) from public, anon, authenticated, service_role;
grant execute on function public.tally(boolean, date[], date) to service_role;
`;
}
