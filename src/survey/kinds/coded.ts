import * as z from 'zod/mini';
import {
  missingCodes,
  type Question,
  type Questionnaire,
  type Rows,
  type Scale,
  type Single,
} from '../question.ts';
import { noSuchAnswer } from '../sentences.ts';
import { conditionOnAnswers, conditionOnColumns, literal } from '../sql.ts';
import type { Kind, Variable } from './kind.ts';

/** The list a coded question draws on; a questionnaire that names a list it does not have is a defect. */
export function listOf(question: Single | Scale | Rows, questionnaire: Questionnaire) {
  const list = questionnaire.lists[question.list];
  if (list === undefined)
    throw new Error(`The question ${question.id} uses the code list ${question.list}, which does not exist.`);
  return list;
}

/** The codes of a list followed by the missing codes the question offers, as they are shown and sent. */
export const offered = (question: Single | Scale | Rows, questionnaire: Questionnaire) => [
  ...listOf(question, questionnaire).options,
  ...question.offers.map((code) => ({ code, label: questionnaire.missing[code] })),
];

const hasList = (question: Question): question is Single | Scale | Rows => 'list' in question;
const typeOf = ({ question }: Variable): string => {
  if (!hasList(question)) throw new Error(`The question ${question.id} has no code list.`);
  return `private.${question.list}`;
};
/** The options that only some routes offer. */
export const routedOptions = ({ options }: Variable) =>
  options.flatMap(({ code, shownIf }) => (shownIf === undefined ? [] : [{ code, shownIf }]));

/** The check that keeps out the missing codes that this variable can never have. */
export function neverSql({ options, required }: Variable, column: string) {
  const possible = new Set<string>([
    ...options.map(({ code }) => code),
    'na',
    ...(required ? [] : ['blank']),
  ]);
  const never = missingCodes.filter((code) => !possible.has(code));
  return never.length === 0
    ? []
    : [{ about: 'offered', sql: `${column} not in (${never.map(literal).join(', ')})` }];
}

const codesOf = (variable: Variable): string[] => variable.options.map(({ code }) => code);

/** What one code chosen from a list is, whichever kind of question it answers. */
export const coded: Omit<Kind<Question>, 'variables'> = {
  schema: (variable) => z.enum(codesOf(variable), { error: noSuchAnswer(variable) }),

  columns: (variable) => [
    {
      name: variable.id,
      type: `${typeOf(variable)} not null`,
      comment: variable.label ?? variable.question.wording,
    },
  ],

  problemSql: (variable, answer) => {
    const text = `(${answer} #>> '{}')`;
    const isOffered = `jsonb_typeof(${answer}) = 'string' and ${text} in (${codesOf(variable).map(literal).join(', ')})`;
    const onRoute = routedOptions(variable).map(
      ({ code, shownIf }) => ` and (${text} <> ${literal(code)} or ${conditionOnAnswers(shownIf)})`,
    );
    return `case when ${isOffered}${onRoute.join('')} then null else ${literal(noSuchAnswer(variable))} end`;
  },

  valuesSql: (variable, answer, absent) => [`coalesce(${answer} #>> '{}', ${absent})::${typeOf(variable)}`],

  answerSql: ({ id }) => `case when ${id} not in ('blank', 'na') then to_jsonb(${id}) end`,

  isSubstantiveSql: ({ id }) => `${id} not in (${missingCodes.map(literal).join(', ')})`,

  leftOutSql: ({ id }) => `${id} = 'na'`,

  checks: (variable) => [
    ...neverSql(variable, variable.id),
    ...routedOptions(variable).map(({ code, shownIf }) => ({
      about: `${code}_routing`,
      sql: `${variable.id} <> ${literal(code)} or ${conditionOnColumns(shownIf)}`,
    })),
  ],
};
