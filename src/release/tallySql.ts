import { conditionOnColumns, literal } from '../survey/sql.ts';
import type { SideId } from '../survey/question.ts';
import { countsOf, eligible, type Count } from './counts.ts';
import { segments, type Segment } from './segments.ts';
import type { Base } from './series.ts';

const array = (items: readonly string[]): string => `array[\n        ${items.join(',\n        ')}\n      ]`;

const segmentsOf = (side: SideId): readonly Segment[] => segments.filter(({ sides }) => sides.includes(side));

/** A column for each base, so that its condition is worked out once a row and not once a count. */
const inBase = ({ id }: Base): string => `in_${id}`;

const aggregate = ({ base, sql }: Count): string => {
  const conditions = [...(base === null ? [] : [inBase(base)]), ...(sql === null ? [] : [sql])];
  return conditions.length === 0 ? 'count(*)' : `count(*) filter (where ${conditions.join(' and ')})`;
};

/** The category of a response: the answer itself where the segment is a question, else the one whose condition holds. */
function categoryColumn({ id, categories, asides }: Segment): string {
  const isQuestion = categories.every(
    ({ code, where }) => 'in' in where && where.variable === id && where.in.join() === code,
  );
  if (isQuestion) return `${id}::text`;
  const cases = [...categories, ...asides].map(
    ({ code, where }) => `when ${conditionOnColumns(where)} then ${literal(code)}`,
  );
  return `case ${cases.join(' ')} end`;
}

const categoryName = ({ id }: Segment): string => `category_${id}`;

function pass(side: SideId): string {
  const counts = countsOf(side);
  const cuts = segmentsOf(side);
  const bases = new Map(
    counts
      .flatMap(({ base }) => (base === null ? [] : [[base.id, base] as const]))
      .concat([[eligible[side].id, eligible[side]]]),
  );
  const columns = cuts.map(categoryName);
  const cases = cuts.map((cut) => `when grouping(${categoryName(cut)}) = 0 then ${literal(cut.id)}`);
  return `  ${side} as (
    select
      counted,
      epoch,
      case ${cases.join(' ')} end as segment,
      coalesce(${columns.join(', ')}) as category,
      min(instrument) as earliest,
      max(instrument) as latest,
      ${array(counts.map(aggregate))} as counts
    from (
      select
        *,
        standing = 'counted' as counted,
        pg_catalog.width_bucket(since, tally.since) as epoch,
        ${cuts.map((cut) => `${categoryColumn(cut)} as ${categoryName(cut)}`).join(',\n        ')},
        ${[...bases.values()].map((base) => `${conditionOnColumns(base.where)} as ${inBase(base)}`).join(',\n        ')}
      from private.${side}
      where made_up = tally.only_made_up and since < tally.before
      -- Keeps the planner from writing each condition out again in every count that names it.
      offset 0
    ) as response
    group by grouping sets (
      (counted, epoch),
      ${columns.map((column) => `(counted, epoch, ${column})`).join(',\n      ')}
    )
  )`;
}

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

/** The function the release job calls, one pass over each table, for the service role alone. */
export function tallySql(): string {
  const sides = Object.keys(eligible) as SideId[];
  const versions = sides.flatMap((side) =>
    ['earliest', 'latest'].map((which) => `select ${which} as version from ${side}`),
  );
  return `-- Written by "npm run instrument" from src/release/catalogue.ts. Do not edit.

-- A release counts the responses of the days before its own, so that nobody can arrive behind it. “since” holds the
-- days on which earlier releases were made, in order: the epoch of a response is how many of them were made without
-- it. The time limit is one that the API gateway reads and sets before it calls
-- (https://docs.postgrest.org/en/stable/references/transactions.html#function-settings).
create function public.tally(only_made_up boolean, since date[], before date) returns jsonb
language sql stable security definer set search_path = '' set statement_timeout = '120s' as $$
  with
${sides.map(pass).join(',\n')}
  select jsonb_build_object(
    'instrument', (
      select coalesce(jsonb_agg(distinct version order by version), '[]')
      from (${versions.join(' union all ')}) as answered
    ),
    'sides', jsonb_build_object(${sides.map((side) => `${literal(side)}, ${groups(side)}`).join(', ')})
  )
$$;

comment on function public.tally(boolean, date[], date) is
  'Exact counts for the release job. Private: never for the site, never for anon.';

revoke execute on function public.tally(boolean, date[], date) from public, anon, authenticated, service_role;
grant execute on function public.tally(boolean, date[], date) to service_role;
`;
}
