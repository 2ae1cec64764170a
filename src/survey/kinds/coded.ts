import * as z from 'zod/mini';
import { derivedCodes, missingCodes } from '../missingCodes.ts';
import type { Option, Question, Questionnaire, Rows, Scale, ScreenedOut, Single } from '../question.ts';
import { noSuchAnswer, ruledOut } from '../sentences.ts';
import { codes, conditionOnAnswers, conditionOnColumns, literal } from '../sql.ts';
import { plain } from '../wording.ts';
import type { Kind, Variable } from './kind.ts';

/** The list a coded question draws on; a questionnaire that names a list it does not have is a defect. */
export function listOf(question: Single | Scale | Rows, questionnaire: Questionnaire) {
  const list = questionnaire.lists[question.list];
  if (list === undefined)
    throw new Error(`The question ${question.id} uses the code list ${question.list}, which does not exist.`);
  return list;
}

/** The codes of a list followed by the missing codes the question offers, as they are shown and sent. */
export const offered = (question: Single | Scale | Rows, questionnaire: Questionnaire): readonly Option[] => [
  ...listOf(question, questionnaire).options,
  ...question.offers,
];

const hasList = (question: Question): question is Single | Scale | Rows => 'list' in question;
const typeOf = ({ question }: Variable): string => {
  if (!hasList(question)) throw new Error(`The question ${question.id} has no code list.`);
  return `private.${question.list}`;
};
/** The options that only some routes offer. */
export const routedOptions = ({ options }: Variable) =>
  options.flatMap(({ code, shownIf }) => (shownIf === undefined ? [] : [{ code, shownIf }]));

/** The answers that end the questionnaire: they are offered, and nothing is sent after them. */
const screeningOf = ({ question }: Variable): readonly ScreenedOut[] =>
  question.kind === 'single' ? (question.screensOut ?? []) : [];

/** The codes of the answers that end the questionnaire. */
export const endingCodes = (question: Question): readonly string[] =>
  question.kind === 'single' ? (question.screensOut ?? []).map(({ code }) => code) : [];

/** The codes that can be sent. */
function codesOf(variable: Variable): string[] {
  const screening = endingCodes(variable.question);
  return variable.options.map(({ code }) => code).filter((code) => !screening.includes(code));
}

/** Why an answer is none of the codes that can be sent. */
const refusalOf = (variable: Variable, answer: unknown): string =>
  screeningOf(variable).find(({ code }) => code === answer)?.because ?? noSuchAnswer(variable);

/** The check that keeps out what this variable can never have: some missing codes, and the answers that end the questionnaire. */
export function neverSql(variable: Variable, column: string) {
  const { options, required } = variable;
  const possible = new Set<string>([
    ...options.map(({ code }) => code),
    'na',
    ...(required ? [] : ['blank']),
  ]);
  const never = [
    ...screeningOf(variable).map(({ code }) => code),
    ...missingCodes.filter((code) => !possible.has(code)),
  ];
  return never.length === 0 ? [] : [{ about: 'offered', sql: `${column} not in (${codes(never)})` }];
}

/** What one code chosen from a list is, whichever kind of question it answers. */
export const coded: Omit<Kind<Question>, 'variables'> = {
  schema: (variable) => z.enum(codesOf(variable), { error: ({ input }) => refusalOf(variable, input) }),

  columns: (variable) => [
    {
      name: variable.id,
      type: `${typeOf(variable)} not null`,
      comment: variable.label ?? plain(variable.question.wording),
      unasked: literal('unasked'),
    },
  ],

  problemSql: (variable, answer) => {
    const text = `(${answer} #>> '{}')`;
    const screening = screeningOf(variable).map(
      ({ code, because }) => ` when ${text} = ${literal(code)} then ${literal(because)}`,
    );
    const offRoute = routedOptions(variable).map(
      ({ code, shownIf }) =>
        ` when ${text} = ${literal(code)} and not ${conditionOnAnswers(shownIf)} then ${literal(ruledOut(variable))}`,
    );
    return `case when jsonb_typeof(${answer}) <> 'string' then ${literal(noSuchAnswer(variable))}${screening.join('')}${offRoute.join('')} when ${text} not in (${codes(codesOf(variable))}) then ${literal(noSuchAnswer(variable))} end`;
  },

  valuesSql: (variable, answer, absent) => [`coalesce(${answer} #>> '{}', ${absent})::${typeOf(variable)}`],

  answerSql: ({ id }) => `case when ${id} not in (${codes(derivedCodes)}) then to_jsonb(${id}) end`,

  isSubstantiveSql: ({ id }) => `${id} not in (${codes(missingCodes)})`,

  leftOutSql: ({ id }) => `${id} in ('na', 'unasked')`,

  checks: (variable) => [
    ...neverSql(variable, variable.id),
    ...routedOptions(variable).map(({ code, shownIf }) => ({
      about: `${code}_routing`,
      sql: `${variable.id} <> ${literal(code)} or ${conditionOnColumns(shownIf)}`,
    })),
  ],
};
