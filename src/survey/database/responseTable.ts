import { kindOf } from '../kinds.ts';
import type { Variable } from '../kinds/kind.ts';
import { qualityRules } from '../quality.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnColumns, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';

const flagColumn = ({ flag, counts }: (typeof qualityRules)[number]): string =>
  counts ? `${flag} smallint not null check (${flag} >= 0)` : `${flag} boolean not null`;

/** What every response has before its answers. The date is a date: never a time (protocol 3.3, P10). */
const head = [
  'id uuid primary key',
  'receipt bytea not null unique check (octet_length(receipt) = 32)',
  'instrument text not null',
  "submitted_on date not null default (now() at time zone 'utc')::date",
  'consent text not null',
  // The last day for which that text promised the code to work and the answers to be kept.
  'kept_until date not null',
  'duration private.duration not null',
  'channel private.channel not null',
  'revision integer not null check (revision >= 1)',
  'rules text not null',
  ...qualityRules.map(flagColumn),
  // Set by a trigger, see qualitySql.ts.
  'standing private.standing not null',
  'since date not null',
  // Of a sample: never in a real release.
  'made_up boolean not null',
  'answers_hash bytea not null check (octet_length(answers_hash) = 32)',
];

function routingCheck(variable: Variable): string[] {
  const leftOut = kindOf(variable.question).leftOutSql(variable);
  const shown = variable.shownIf === undefined ? 'true' : conditionOnColumns(variable.shownIf);
  return [`constraint ${variable.id}_routing check ((${leftOut}) = not ${shown})`];
}

const columnLines = (variable: Variable): string[] =>
  kindOf(variable.question)
    .columns(variable)
    .map(({ name, type }) => `${name} ${type}`);

const checkLines = (variable: Variable): string[] =>
  kindOf(variable.question)
    .checks(variable)
    .map(({ about, sql }) => `constraint ${variable.id}_${about} check (${sql})`);

/** The table of one side: a column for each question or row, its constraints named after it. Private, RLS on, no policy. */
export function responseTable(questionnaire: Questionnaire, side: SideId): string {
  const variables = variablesOf(questionnaire, side);
  const lines = [
    ...head,
    ...variables.flatMap(columnLines),
    ...variables.flatMap((variable) => [...checkLines(variable), ...routingCheck(variable)]),
  ];
  const comments = [
    ...qualityRules.map(({ flag, wording }) => ({ name: flag, comment: wording })),
    ...variables.flatMap((variable) => kindOf(variable.question).columns(variable)),
  ].map(({ name, comment }) => `comment on column private.${side}.${name} is ${literal(comment)};`);
  return [
    `create table private.${side} (\n  ${lines.join(',\n  ')}\n);`,
    `comment on table private.${side} is ${literal(`${questionnaire.sides[side].title}: one row a response, one column a question`)};`,
    ...comments,
    `alter table private.${side} enable row level security;`,
    // Indexes for finding duplicates of the same day and what has had its time without a scan of the table.
    `create index ${side}_answers on private.${side} (submitted_on, answers_hash);`,
    `create index ${side}_kept_until on private.${side} (kept_until);`,
  ].join('\n');
}
