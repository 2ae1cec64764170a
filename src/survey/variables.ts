import type { Condition } from './condition.ts';
import type { Variable } from './kinds/kind.ts';
import { kindOf } from './kinds.ts';
import type { Questionnaire, SideId } from './question.ts';

const all = (...conditions: readonly (Condition | undefined)[]): { shownIf?: Condition } => {
  const parts = conditions.filter((condition) => condition !== undefined);
  const [only] = parts;
  if (only === undefined) return {};
  return { shownIf: parts.length === 1 ? only : { all: parts } };
};

/** Every variable of one side in the order asked, with all that decides whether it is asked: its question’s routing, and its row’s. */
export const variablesOf = (questionnaire: Questionnaire, side: SideId): readonly Variable[] =>
  questionnaire.sides[side].questions.flatMap((question) =>
    kindOf(question)
      .variables(question, questionnaire)
      .map(({ shownIf, ...variable }) => ({ ...variable, ...all(question.shownIf, shownIf) })),
  );
