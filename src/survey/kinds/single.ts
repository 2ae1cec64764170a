import type { Single } from '../question.ts';
import { coded, offered } from './coded.ts';
import type { Kind } from './kind.ts';

/** One answer from a list. */
export const single: Kind<Single> = {
  ...coded,
  variables: (question, questionnaire) => [
    {
      id: question.id,
      question,
      required: question.required === true,
      options: offered(question, questionnaire),
    },
  ],
};
