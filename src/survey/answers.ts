import * as z from 'zod/mini';
import { holds } from './condition.ts';
import { kindOf } from './kinds.ts';
import type { Questionnaire, SideId } from './question.ts';
import { isShown } from './routing.ts';
import { needsAnswer, noSuchQuestion, notAnObject, notAsked, ruledOut } from './sentences.ts';
import { variablesOf } from './variables.ts';

/** One side's answers: a code or a number by variable. What was skipped or not asked is absent. */
export type Answers = Readonly<Record<string, string | number>>;

/**
 * The schema of one side's answers, routing included: every code is one that the question offers on this route,
 * nothing is answered that was not asked, nothing required is missing. Its messages are the sentences a person reads.
 */
export function answersSchema(questionnaire: Questionnaire, side: SideId) {
  const variables = variablesOf(questionnaire, side);
  const shape = Object.fromEntries(
    variables.map((variable) => [variable.id, z.optional(kindOf(variable.question).schema(variable))]),
  );
  return z
    .strictObject(shape, {
      error: (issue) => (issue.code === 'unrecognized_keys' ? noSuchQuestion : notAnObject),
    })
    .check(({ value, issues }) => {
      const refuse = (id: string, message: string) =>
        issues.push({ code: 'custom', message, path: [id], input: value });
      for (const variable of variables) {
        const shown = isShown(variable, value);
        // A key that holds undefined is an answer that was not given: JSON does not send it.
        const answered = value[variable.id] !== undefined;
        const routed = variable.options.find(({ code }) => code === value[variable.id])?.shownIf;
        if (answered && !shown) refuse(variable.id, notAsked(variable));
        else if (answered && routed !== undefined && !holds(routed, value))
          refuse(variable.id, ruledOut(variable));
        else if (!answered && shown && variable.required) refuse(variable.id, needsAnswer(variable));
      }
    });
}
