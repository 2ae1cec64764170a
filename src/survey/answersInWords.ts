import type { Answers } from './answers.ts';
import type { Questionnaire, SideId } from './question.ts';
import { isShown } from './routing.ts';
import { variablesOf } from './variables.ts';
import { plain } from './wording.ts';

/** One question of a route with what was answered; a question of several rows has one line a row. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly wording: string;
  readonly lines: readonly { readonly label?: string; readonly answer: string }[];
}

/** One side’s answers as they were put to the person, the route’s questions in order; what was skipped says so. */
export function answersInWords(
  questionnaire: Questionnaire,
  side: SideId,
  answers: Answers,
): readonly AnsweredQuestion[] {
  const asked = variablesOf(questionnaire, side).filter((variable) => isShown(variable, answers));
  return questionnaire.sides[side].questions.flatMap(({ id, wording }) => {
    const lines = asked
      .filter(({ question }) => question.id === id)
      .map(({ id: variable, label, options, question }) => {
        const given = answers[variable];
        const chosen = options.find(({ code }) => code === given)?.label;
        const number =
          typeof given === 'number' && 'unit' in question ? `${given} ${question.unit}` : undefined;
        const answer = chosen ?? number ?? 'Skipped';
        return label === undefined ? { answer } : { label, answer };
      });
    return lines.length === 0 ? [] : [{ id, wording: plain(wording), lines }];
  });
}
