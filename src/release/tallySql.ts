import { variablesIn, type Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { conditionOnColumns, literal } from '../survey/sql.ts';
import { countsOf, eligible, type Count } from './counts.ts';
import { segments, type Segment } from './segments.ts';
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

const segmentsOf = (side: SideId): readonly Segment[] => segments.filter(({ sides }) => sides.includes(side));

/** A column for each base, so that its condition is evaluated once a row and not once a count. */
const inBase = ({ id }: Base): string => `in_${id}`;

/** The condition of a count without that of its base, in SQL. */
const besides = ({ where }: Count, { holds }: Responses): string => {
  if (where === null) return 'true';
  return 'sql' in where ? where.sql : holds(where);
};

/** The category of a response: the answer itself where the segment is a question, otherwise the one whose condition holds. */
function categoryColumn({ id, categories, asides }: Segment, { code: codeOf, holds }: Responses): string {
  const isQuestion = categories.every(
    ({ code, where }) => 'in' in where && where.variable === id && where.in.join() === code,
  );
  if (isQuestion) return codeOf(id);
  const cases = [...categories, ...asides].map(
    ({ code, where }) => `when ${holds(where)} then ${literal(code)}`,
  );
  return `case ${cases.join(' ')} end`;
}

const categoryName = ({ id }: Segment): string => `category_${id}`;

const basesOf = (side: SideId): readonly Base[] => [
  ...new Map(
    countsOf(side).flatMap(({ base }) => (base === null ? [] : [[base.id, base] as const])),
  ).values(),
];

/** The variables that decide which bases a response is in. */
const decidingOf = (side: SideId): readonly string[] =>
  variablesIn({ all: basesOf(side).map(({ where }) => where) });

/** The distinct conditions of a side’s counts; the n-th number of `people` is of the n-th condition. */
const conditionsOf = (side: SideId, responses: Responses): readonly string[] => [
  ...new Set(countsOf(side).map((count) => besides(count, responses))),
];

/** Responses counted by kind: epoch, standing, version and the deciding variables, for each category of each segment. */
function kindTable(side: SideId, responses: Responses): string {
  const segmentsHere = segmentsOf(side);
  const kind = [
    'pg_catalog.width_bucket(since, tally.since)',
    "standing = 'counted'",
    'instrument',
    ...decidingOf(side).map(responses.code),
  ];
  const columns = segmentsHere.map(categoryName);
  const cases = segmentsHere.map((cut) => `when grouping(${categoryName(cut)}) = 0 then ${literal(cut.id)}`);
  const inKind = (condition: string) =>
    condition === 'true' ? 'count(*)' : `count(*) filter (where ${condition})`;
  return `  ${side}_kind as (
    select
      kind,
      case ${cases.join(' ')} end as segment,
      coalesce(${columns.map((column) => `${column}::text`).join(', ')}) as category,
      ${array(conditionsOf(side, responses).map(inKind))} as people
    from (
      select
        *,
        concat_ws(' ', ${kind.join(', ')}) as kind,
        ${segmentsHere.map((cut) => `${categoryColumn(cut, responses)} as ${categoryName(cut)}`).join(',\n        ')}
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
  const bases = basesOf(side);
  const conditions = conditionsOf(side, responses);
  // Codes and versions hold no space.
  const named = ['epoch', 'counted', 'instrument', ...decidingOf(side)];
  const total = (count: Count) => {
    const people = `sum(people[${conditions.indexOf(besides(count, responses)) + 1}])`;
    const ofBase = count.base === null ? people : `${people} filter (where ${inBase(count.base)})`;
    return `coalesce(${ofBase}, 0)::bigint`;
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
        ${bases.map((base) => `${conditionOnColumns(base.where)} as ${inBase(base)}`).join(',\n        ')}
      from (
        select
          segment,
          category,
          people,
          ${named.map((name, i) => `split_part(kind, ' ', ${i + 1}) as ${name}`).join(',\n          ')}
        from ${side}_kind
      ) as said
      offset 0
    ) as kind
    group by counted, epoch, segment, category
  )`;
}

/**
 * One pass over the responses of a side: every count of every category of every segment, and of everybody. Responses are
 * first counted by kind, each condition evaluated once a row; then the few thousand kinds are added up.
 *
 * It is one pass only while the planner keeps a hash table for each segment; otherwise it sorts all rows again for each
 * of them. It keeps hash tables when sorting is off and it expects them to fit into work_mem
 * (https://www.postgresql.org/docs/current/runtime-config-resource.html#GUC-WORK-MEM). For an expression that is not a
 * plain column it expects 200 values: therefore the kind is one text, and categories are used as they are stored.
 */
const pass = (side: SideId, responses: Responses): string =>
  `${kindTable(side, responses)},\n${countTable(side, responses)}`;

const groups = (side: SideId): string => `jsonb_build_object(
      'names', to_jsonb(array[${countsOf(side)
        .map(({ name }) => literal(name))
        .join(', ')}]),
      'groups', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'counted', counted, 'epoch', epoch, 'segment', segment, 'category', category, 'counts', to_jsonb(counts)
        ) order by segment nulls first, category, counted, epoch), '[]')
        from ${side}
      )
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
