import type { Scale } from '../question.ts';
import { coded, listOf, offered } from './coded.ts';
import type { Kind } from './kind.ts';

const POINTS = 5;

/** Five labelled points with a middle: enough to be reliable, not more than people can tell apart (protocol 1.2). */
export const scale: Kind<Scale> = {
  ...coded,
  variables: (question, questionnaire) => {
    const { ordered, options } = listOf(question, questionnaire);
    if (!ordered || options.length !== POINTS)
      throw new Error(`The scale ${question.id} needs an ordered list of ${POINTS} points.`);
    return [
      {
        id: question.id,
        question,
        required: question.required === true,
        options: offered(question, questionnaire),
      },
    ];
  },
};
