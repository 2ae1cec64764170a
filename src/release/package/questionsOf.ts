import type { Condition } from '../../survey/condition.ts';
import { kindOf } from '../../survey/kinds.ts';
import { variablesEver } from '../asked.ts';

/** The question of each variable and of each of its columns: a number question has a second one for the missing code. */
const questions = new Map(
  Object.values(variablesEver).flatMap((own) =>
    own.flatMap((variable) =>
      [
        variable.id,
        ...kindOf(variable.question)
          .columns(variable)
          .map(({ name }) => name),
      ].map((name) => [name, variable.question.id] as const),
    ),
  ),
);

function variablesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(variablesIn);
  if ('any' in condition) return condition.any.flatMap(variablesIn);
  return [condition.variable];
}

/**
 * The questions whose answers decide these classes, each once, in the order they are met.
 * @throws Error on a variable that no question has.
 */
export const questionsOf = (classes: readonly { readonly where: Condition }[]): readonly string[] => [
  ...new Set(
    classes
      .flatMap(({ where }) => variablesIn(where))
      .map((variable) => {
        const question = questions.get(variable);
        if (question === undefined)
          throw new Error(`No question of the questionnaire has the variable ${variable}.`);
        return question;
      }),
  ),
];
