import type { Answers } from '../../src/survey/answers.ts';
import type { Condition } from '../../src/survey/condition.ts';
import type { Variable } from '../../src/survey/kinds/kind.ts';
import type { SideId } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { variablesOf } from '../../src/survey/variables.ts';

/** Whether an answer ends the questionnaire, so that it is never sent. */
export const ends = ({ question }: Variable, code: string): boolean =>
  question.kind === 'single' && (question.screensOut ?? []).some((ending) => ending.code === code);

function variable(side: SideId, id: string): Variable {
  const found = variablesOf(questionnaire, side).find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ${id} on the side ${side}.`);
  return found;
}

/** The first answer to each required question that has none. */
export const withRequired = (side: SideId, answers: Answers): Answers =>
  variablesOf(questionnaire, side).reduce((given, one) => {
    const first = one.options.find(({ code }) => !ends(one, code))?.code;
    return one.required && !(one.id in given) && first !== undefined ? { ...given, [one.id]: first } : given;
  }, answers);

/** Adds what a condition needs to answers; what they hold already must not be in its way. */
function meeting(side: SideId, condition: Condition | undefined, answers: Answers): Answers {
  if (condition === undefined) return answers;
  if ('all' in condition) return condition.all.reduce((given, part) => meeting(side, part, given), answers);
  if (!('in' in condition) && !('notIn' in condition))
    throw new Error('No route depends on a number or on alternatives.');
  const given = answers[condition.variable];
  if ('notIn' in condition) {
    if (typeof given === 'string' && condition.notIn.includes(given))
      throw new Error(`${condition.variable} is ${given} on this route.`);
    return answers;
  }
  if (typeof given === 'string' && condition.in.includes(given)) return answers;
  const [code] = condition.in;
  if (given !== undefined || code === undefined)
    throw new Error(`No one answer to ${condition.variable} leads there.`);
  return leading(side, condition.variable, code, answers);
}

function leading(side: SideId, id: string, value: string | number, answers: Answers): Answers {
  const { shownIf, options } = variable(side, id);
  const offered = meeting(side, options.find(({ code }) => code === value)?.shownIf, {
    ...answers,
    [id]: value,
  });
  return meeting(side, shownIf, offered);
}

/** The fewest answers on a route on which a question is asked and offers this answer, with that answer. */
export const routeTo = (side: SideId, id: string, value: string | number): Answers =>
  withRequired(side, leading(side, id, value, {}));
