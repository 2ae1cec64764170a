import type { Option } from '../survey/question.ts';
import { questionnaire } from '../survey/questionnaire.ts';
import { type Condition, is } from '../survey/condition.ts';
import { variablesEver } from './asked.ts';
import type { Cell } from './series.ts';
import { missingColumn } from '../survey/missingCodes.ts';

const variables = new Map(
  Object.values(variablesEver).flatMap((own) => own.map((variable) => [variable.id, variable] as const)),
);

function variableOf(id: string) {
  const found = variables.get(id);
  if (found === undefined) throw new Error(`No version of the questionnaire has a variable ${id}.`);
  return found;
}

function optionOf(id: string, code: string): Option {
  const found = variableOf(id).options.find((option) => option.code === code);
  if (found === undefined) throw new Error(`The question ${id} has no answer ${code}.`);
  return found;
}

/** The code of an aside for people of whom several questions together leave the answer open. */
export const UNKNOWN = 'unknown';

/** A class of answers with a label of its own, where the questionnaire has none. */
export const cell = (code: string, label: string, where: Condition): Cell => ({ code, label, where });

/** One answer to a question, as the questionnaire words it. Throws on an answer it does not have. */
export const answer = (variable: string, code: string): Cell => ({
  code,
  label: optionOf(variable, code).label,
  where: is(variable, code),
});

/** Several answers to a question, in this order. */
export const answersTo = (variable: string, ...codes: string[]): readonly Cell[] =>
  codes.map((code) => answer(variable, code));

/** Every answer to a question except missing codes and these, in the questionnaire’s order. */
export const allAnswersTo = (variable: string, ...except: string[]): readonly Cell[] =>
  variableOf(variable)
    .options.map(({ code }) => code)
    .filter((code) => !(code in questionnaire.missing) && !except.includes(code))
    .map((code) => answer(variable, code));

/** The missing codes of a question: those it offers, and “blank” where it may be skipped. */
export function noAnswerTo(variable: string): readonly Cell[] {
  const { options, required, question } = variableOf(variable);
  // A number question stores its missing code in a separate column.
  const column = question.kind === 'number' ? missingColumn(variable) : variable;
  const codes = options.map(({ code }) => code).filter((code) => code in questionnaire.missing);
  return [...codes, ...(required ? [] : ['blank'])].map((code) => {
    const label = options.find((option) => option.code === code)?.label ?? questionnaire.missing.blank;
    return cell(code, label, is(column, code));
  });
}
