import type { Answers } from '../survey/answers.ts';
import { holds, type Condition } from '../survey/condition.ts';

/** Why a person is not in a figure: the first sentence whose condition holds is shown. */
export type Reasons = readonly { readonly when: Condition; readonly sentence: string }[];

const is = (variable: string, ...codes: string[]): Condition => ({ variable, in: codes });
const about = 'These figures are about people who were turned down or left without an answer';

/** Why a person is in no figure at all. The conditions mirror `eligible` and the bases of the catalogue. */
export const outsideAll: Reasons = [
  {
    when: is('s_outcome', 'in_progress', 'none_fit'),
    sentence: `You have no application that is over. ${about}, so there is nothing to set beside your answer yet.`,
  },
  {
    when: is('s_outcome', 'withdrew'),
    sentence: `You pulled out. ${about}, so there is nothing to set beside your answers.`,
  },
  {
    when: is('s_outcome', 'offered'),
    sentence: `You were offered the job. ${about}, so there is nothing to set beside your answers.`,
  },
  {
    when: is('s_elapsed', 'gt2y'),
    sentence:
      'Your last step was more than two years ago. These figures leave such applications out, because memory does, so there is nothing to set beside your answers.',
  },
  {
    when: is('e_role', 'none'),
    sentence:
      'You had no part in hiring. These figures are about people who had one, so there is nothing to set beside your answer.',
  },
];

/** The sentence for one person, or none when no reason holds. */
export const whyNot = (reasons: Reasons, answers: Answers): string | undefined =>
  reasons.find(({ when }) => holds(when, answers))?.sentence;
