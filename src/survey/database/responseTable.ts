import { kindOf } from '../kinds.ts';
import type { Variable } from '../kinds/kind.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { conditionOnColumns, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';

/** What every response has before its answers. The date is a date: never a time (protocol 3.3, P10). */
const head = [
  'id uuid primary key',
  'receipt bytea not null unique check (octet_length(receipt) = 32)',
  'instrument text not null',
  "submitted_on date not null default (now() at time zone 'utc')::date",
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
  const comments = variables.flatMap((variable) =>
    kindOf(variable.question)
      .columns(variable)
      .map(({ name, comment }) => `comment on column private.${side}.${name} is ${literal(comment)};`),
  );
  return [
    `create table private.${side} (\n  ${lines.join(',\n  ')}\n);`,
    `comment on table private.${side} is ${literal(`${questionnaire.sides[side].title}: one row a response, one column a question`)};`,
    ...comments,
    `alter table private.${side} enable row level security;`,
  ].join('\n');
}
