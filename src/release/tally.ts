import * as z from 'zod/mini';
import { keptWithFlagSql, leftOutByRule, leftOutSql } from '../survey/database/leftOutSql.ts';
import { qualityRules } from '../survey/quality.ts';
import type { SideId } from '../survey/question.ts';
import { conditionOnColumns, literal } from '../survey/sql.ts';
import { eligible, type Cell, type EstimateDefinition, type SeriesDefinition } from './catalogue.ts';

const count = z.int().check(z.gte(0));
const side = z.enum(['job_seeker', 'employer']);

/** What the database counts for the release job: exact and private, never published as it stands. */
export const tally = z.strictObject({
  instrument: z.array(z.string()),
  sides: z.record(side, z.strictObject({ submitted: count, eligible: count })),
  /** Of the eligible: who is in the figures, who is left out, and by which rules (a response can break several). */
  quality: z.record(
    side,
    z.strictObject({
      included: count,
      left_out: count,
      by_rule: z.record(z.enum(qualityRules.map(({ flag }) => flag)), count),
      /** Included although the flag is set, below the count from which it leaves out. */
      kept: z.record(z.string(), count),
    }),
  ),
  /** Counts of the included by estimate, series and cell; `asked` is the number of people in the series before anyone answered. */
  series: z.record(z.string(), z.record(z.string(), z.record(z.string(), count))),
});

export type Tally = z.infer<typeof tally>;

const pairs = (entries: readonly (readonly [string, string])[]): string =>
  `jsonb_build_object(${entries.map(([key, value]) => `${literal(key)}, ${value}`).join(', ')})`;

const counted = (...where: string[]): string => `count(*) filter (where ${where.join(' and ')})`;

/** Whoever a rule leaves out is in no figure. */
const included = 'not left_out';

function seriesCounts({ asked, cells, asides }: SeriesDefinition): string {
  const inCell = (part: Cell) => counted(included, conditionOnColumns(asked), conditionOnColumns(part.where));
  return pairs([
    ['asked', counted(included, conditionOnColumns(asked))],
    ...[...cells, ...asides].map((part) => [part.code, inCell(part)] as const),
  ]);
}

const countsOf = (catalogue: readonly EstimateDefinition[], side: SideId): string =>
  pairs(
    catalogue.flatMap(({ id, series }) => {
      const ours = series.filter((entry) => entry.side === side);
      return ours.length === 0
        ? []
        : [[id, pairs(ours.map((entry) => [entry.id, seriesCounts(entry)] as const))] as const];
    }),
  );

function qualityCounts(side: SideId): string {
  const whose = conditionOnColumns(eligible[side]);
  const each = (rules: readonly (readonly [string, string])[], ...more: string[]) =>
    pairs(rules.map(([flag, breaks]) => [flag, counted(whose, breaks, ...more)]));
  return pairs([
    ['included', counted(whose, included)],
    ['left_out', counted(whose, 'left_out')],
    ['by_rule', each(leftOutByRule)],
    ['kept', each(keptWithFlagSql, included)],
  ]);
}

/** The function the release job calls, one pass over each table, for the service role alone. */
export function tallySql(catalogue: readonly EstimateDefinition[]): string {
  const sides = Object.keys(eligible) as SideId[];
  const pass = (side: SideId) => `  ${side} as (
    select
      count(*) as submitted,
      ${counted(conditionOnColumns(eligible[side]))} as eligible,
      ${qualityCounts(side)} as quality,
      array_agg(distinct instrument) filter (where instrument is not null) as instrument,
      ${countsOf(catalogue, side)} as series
    from (select *, ${leftOutSql} as left_out from private.${side}) as response
  )`;
  const estimates = catalogue.map(({ id }) => {
    const parts = sides.map((side) => `coalesce(${side}.series -> ${literal(id)}, '{}')`);
    return [id, `(${parts.join(' || ')})`] as const;
  });
  const instruments = sides.map((side) => `coalesce(${side}.instrument, '{}')`).join(' || ');
  return `-- Written by "npm run instrument" from src/release/catalogue.ts. Do not edit.

create function public.tally() returns jsonb
language sql stable security definer set search_path = '' set statement_timeout = '120s' as $$
  with
${sides.map(pass).join(',\n')}
  select jsonb_build_object(
    'instrument', (select coalesce(jsonb_agg(distinct version), '[]') from unnest(${instruments}) as version),
    'sides', ${pairs(
      sides.map(
        (side) =>
          [
            side,
            pairs([
              ['submitted', `${side}.submitted`],
              ['eligible', `${side}.eligible`],
            ]),
          ] as const,
      ),
    )},
    'quality', ${pairs(sides.map((side) => [side, `${side}.quality`] as const))},
    'series', ${pairs(estimates)}
  )
  from ${sides.join(', ')}
$$;

comment on function public.tally() is 'Exact counts for the release job. Private: never for the site, never for anon.';

revoke execute on function public.tally() from public, anon, authenticated;
grant execute on function public.tally() to service_role;
`;
}
