import { variablesIn } from './condition.ts';
import type { Questionnaire } from './question.ts';
import { variablesOf } from './variables.ts';
import { sideIds } from './sides.ts';

/**
 * Where a route, an answer or a line looks at a question that its side is not asked: it would never hold, and its
 * constraint would name a column that is not there. One sentence each, with what to do.
 */
export const unaskedConditions = (questionnaire: Questionnaire): readonly string[] =>
  sideIds.flatMap((side) => {
    const variables = variablesOf(questionnaire, side);
    const asked = new Set(variables.map(({ id }) => id));
    return variables.flatMap(({ id, question, shownIf, options }) => {
      const conditions = [...question.about, ...options].map((part) => part.shownIf);
      const looked = [shownIf, ...conditions].flatMap((one) => (one === undefined ? [] : variablesIn(one)));
      return [...new Set(looked)]
        .filter((other) => !asked.has(other))
        .map(
          (other) =>
            `${id} looks at the answer to ${other}, which this side is not asked (${side}): let it look at another, or retire it too.`,
        );
    });
  });
