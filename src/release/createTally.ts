import type { Condition } from '../survey/condition.ts';
import type { SideId } from '../survey/question.ts';
import { literal } from '../survey/sql.ts';
import { countsOf, eligible, type Count } from './counts.ts';
import { segments, type Segment } from './segments.ts';
import type { Base } from './series.ts';

/** Where the responses of a side lie, and how their answers are reached there. */
export interface Responses {
  /** Rows with the columns of a response table, its answers apart. */
  readonly from: string;
  /** The code a variable has, as text. */
  readonly code: (variable: string) => string;
  /** A condition as an expression that is true or false, never null. */
  readonly holds: (condition: Condition) => string;
}

const array = (items: readonly string[]): string => `array[\n        ${items.join(',\n        ')}\n      ]`;

const segmentsOf = (side: SideId): readonly Segment[] => segments.filter(({ sides }) => sides.includes(side));

/** A column for each base, so that its condition is worked out once a row and not once a count. */
const inBase = ({ id }: Base): string => `in_${id}`;

function aggregate({ base, where }: Count, { holds }: Responses): string {
  const besides = where === null ? [] : ['sql' in where ? where.sql : holds(where)];
  const conditions = [...(base === null ? [] : [inBase(base)]), ...besides];
  return conditions.length === 0 ? 'count(*)' : `count(*) filter (where ${conditions.join(' and ')})`;
}

/** The category of a response: the answer itself where the segment is a question, else the one whose condition holds. */
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

/** One pass over the responses of a side: every count of every category of every segment, and of everybody. */
function pass(side: SideId, responses: Responses): string {
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
      ${array(counts.map((count) => aggregate(count, responses)))} as counts
    from (
      select
        *,
        standing = 'counted' as counted,
        pg_catalog.width_bucket(since, tally.since) as epoch,
        ${cuts.map((cut) => `${categoryColumn(cut, responses)} as ${categoryName(cut)}`).join(',\n        ')},
        ${[...bases.values()].map((base) => `${responses.holds(base.where)} as ${inBase(base)}`).join(',\n        ')}
      from ${responses.from}
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

/**
 * The function `tally` in a schema: every count of the catalogue over responses that lie as told, as src/release/tally.ts
 * describes. One pass over each side.
 */
export function createTally(schema: string, responsesOf: (side: SideId) => Responses): string {
  const sides = Object.keys(eligible) as SideId[];
  const versions = sides.flatMap((side) =>
    ['earliest', 'latest'].map((which) => `select ${which} as version from ${side}`),
  );
  return `create function ${schema}.tally(only_made_up boolean, since date[], before date) returns jsonb
language sql stable security definer set search_path = '' set statement_timeout = '120s' as $$
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
