import { kindOf } from '../kinds.ts';
import type { Column, Variable } from '../kinds/kind.ts';
import { marks, qualityRules } from '../quality.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { codes, conditionOnColumns, literal } from '../sql.ts';
import { variablesOf } from '../variables.ts';
import { everAsked } from '../versions/versions.ts';

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
  ...marks.map(({ flag }) => `${flag} boolean not null`),
  // Set by a trigger, see qualitySql.ts.
  'standing private.standing not null',
  'since date not null',
  // Of a sample: never in a real release.
  'made_up boolean not null',
  'answers_hash bytea not null check (octet_length(answers_hash) = 32)',
];

const columnsOf = (variable: Variable): readonly Column[] => kindOf(variable.question).columns(variable);

/** Whether a row holds what it holds where its version did not ask. */
const isUnasked = (variable: Variable): string =>
  columnsOf(variable)
    .map(({ name, unasked }) => `${name} is not distinct from ${unasked}`)
    .join(' and ');

/** What must hold for the rows of one version, and of no other: so a new version leaves the rows of the others as valid as they were. */
function checksOf(asked: readonly Variable[], version: string, unasked: readonly Variable[]): string[] {
  const guarded = (name: string, sql: string) =>
    `constraint v${version}_${name} check (instrument <> ${literal(version)} or (${sql}))`;
  return [
    ...asked.flatMap((variable) => {
      const kind = kindOf(variable.question);
      const shown = variable.shownIf === undefined ? 'true' : conditionOnColumns(variable.shownIf);
      return [
        ...kind.checks(variable).map(({ about, sql }) => guarded(`${variable.id}_${about}`, sql)),
        guarded(`${variable.id}_routing`, `(${kind.leftOutSql(variable)}) = not ${shown}`),
      ];
    }),
    ...unasked.map((variable) => guarded(`${variable.id}_unasked`, isUnasked(variable))),
  ];
}

const knownVersions = (versions: readonly Questionnaire[]): string =>
  `constraint instrument_known check (instrument in (${codes(versions.map(({ version }) => version))}))`;

const createTable = (first: Questionnaire, side: SideId): string => {
  const variables = variablesOf(first, side);
  const lines = [
    ...head,
    ...variables.flatMap(columnsOf).map(({ name, type }) => `${name} ${type}`),
    knownVersions([first]),
    ...checksOf(variables, first.version, []),
  ];
  return `create table private.${side} (\n  ${lines.join(',\n  ')}\n);`;
};

/** What a version adds to the table: columns for what was never asked before, and its own checks. */
function addVersion(before: readonly Questionnaire[], next: Questionnaire, side: SideId): string {
  const asked = variablesOf(next, side);
  const known = everAsked(before, side).map(({ variable }) => variable);
  const added = asked.filter(({ id }) => known.every((variable) => variable.id !== id));
  const retired = known.filter(({ id }) => asked.every((variable) => variable.id !== id));
  const earlier = codes(before.map(({ version }) => version));
  const filled = added.flatMap(columnsOf).filter(({ unasked }) => unasked !== 'null');
  const lines = [
    ...added
      .flatMap(columnsOf)
      .map(
        ({ name, type, unasked }) =>
          `add column ${name} ${type}${unasked === 'null' ? '' : ` default ${unasked}`}`,
      ),
    'drop constraint instrument_known',
    `add ${knownVersions([...before, next])}`,
    ...added.map(
      (variable) =>
        `add constraint ${variable.id}_unasked check (instrument not in (${earlier}) or (${isUnasked(variable)}))`,
    ),
    ...checksOf(asked, next.version, retired).map((check) => `add ${check}`),
  ];
  return [
    `alter table private.${side}\n  ${lines.join(',\n  ')};`,
    ...(filled.length === 0
      ? []
      : [
          `alter table private.${side}\n  ${filled.map(({ name }) => `alter column ${name} drop default`).join(',\n  ')};`,
        ]),
  ].join('\n');
}

/**
 * The table of one side: a column for each question or row that a version asks, its constraints named after version and
 * question. Private, RLS on, no policy.
 * @param versions oldest first: the first makes the table, each later one adds to it
 */
export function responseTable(versions: readonly Questionnaire[], side: SideId): string {
  const comments = [
    ...qualityRules.map(({ flag, wording }) => ({ name: flag, comment: wording })),
    ...everAsked(versions, side).flatMap(({ variable }) => columnsOf(variable)),
  ].map(({ name, comment }) => `comment on column private.${side}.${name} is ${literal(comment)};`);
  return [
    ...versions.map((version, place) =>
      place === 0 ? createTable(version, side) : addVersion(versions.slice(0, place), version, side),
    ),
    ...versions
      .slice(-1)
      .map(
        ({ sides }) =>
          `comment on table private.${side} is ${literal(`${sides[side].title}: one row a response, one column a question`)};`,
      ),
    ...comments,
    `alter table private.${side} enable row level security;`,
    // Indexes for finding duplicates of the same day and what has had its time without a scan of the table.
    `create index ${side}_answers on private.${side} (submitted_on, answers_hash);`,
    `create index ${side}_kept_until on private.${side} (kept_until);`,
  ].join('\n');
}
