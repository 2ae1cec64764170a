import * as z from 'zod/mini';
import type { NumberQuestion } from '../question.ts';
import { derivedCodes, missingColumn } from '../missingCodes.ts';
import { notANumber } from '../sentences.ts';
import { codes, literal } from '../sql.ts';
import { plain } from '../wording.ts';
import { neverSql } from './coded.ts';
import type { Kind, Variable } from './kind.ts';

function limits({ question }: Variable): NumberQuestion {
  if (question.kind !== 'number') throw new Error(`The question ${question.id} is not a number.`);
  return question;
}
const isNumber = (answer: string): string => `jsonb_typeof(${answer}) = 'number'`;

/** One whole number; why there is none stands in a column of its own, so that no number ever means "no answer". */
export const number: Kind<NumberQuestion> = {
  variables: (question) => [
    {
      id: question.id,
      question: question,
      required: question.required === true,
      options: question.offers,
    },
  ],

  schema: (variable) => {
    const question = limits(variable);
    const error = notANumber({ question });
    const isWithin = (value: number) =>
      Number.isInteger(value) && value >= question.min && value <= question.max;
    // A union keeps its own sentence only while no branch has one to add, so the branch is given the same sentence.
    return z.union(
      [z.number().check(z.refine(isWithin, error)), z.enum(question.offers.map(({ code }) => code))],
      { error },
    );
  },

  columns: (variable) => {
    const { wording, unit } = limits(variable);
    return [
      { name: variable.id, type: 'integer', comment: `${plain(wording)} (${unit})`, unasked: 'null' },
      {
        name: missingColumn(variable.id),
        type: 'private.missing',
        comment: `Why ${variable.id} holds no number`,
        unasked: literal('unasked'),
      },
    ];
  },

  problemSql: (variable, answer) => {
    const question = limits(variable);
    const value = `(${answer})::numeric`;
    const offers = question.offers.map(({ code }) => code);
    const isOffered =
      offers.length === 0
        ? ''
        : `
      when jsonb_typeof(${answer}) = 'string' and (${answer} #>> '{}') in (${codes(offers)}) then null`;
    return `case
      when ${isNumber(answer)} and ${value} between ${question.min} and ${question.max} and ${value} = trunc(${value}) then null${isOffered}
      else ${literal(notANumber({ question }))} end`;
  },

  valuesSql: (_, answer, absent) => [
    `case when ${isNumber(answer)} then (${answer})::numeric::integer end`,
    `case when ${isNumber(answer)} then null else coalesce(${answer} #>> '{}', ${absent})::private.missing end`,
  ],

  answerSql: (variable) => {
    const missing = missingColumn(variable.id);
    return `case when ${variable.id} is not null then to_jsonb(${variable.id}) when ${missing} not in (${codes(derivedCodes)}) then to_jsonb(${missing}) end`;
  },

  isSubstantiveSql: ({ id }) => `${id} is not null`,

  leftOutSql: (variable) => `coalesce(${missingColumn(variable.id)} in ('na', 'unasked'), false)`,

  checks: (variable) => {
    const { min, max } = limits(variable);
    return [
      { about: 'range', sql: `${variable.id} between ${min} and ${max}` },
      { about: 'one_value', sql: `num_nonnulls(${variable.id}, ${missingColumn(variable.id)}) = 1` },
      ...neverSql(variable, missingColumn(variable.id)),
    ];
  },
};
