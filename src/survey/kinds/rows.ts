import type { Rows } from '../question.ts';
import { coded, offered } from './coded.ts';
import type { Kind } from './kind.ts';

/** Several rows with the same answers, each a variable of its own. */
export const rows: Kind<Rows> = {
  ...coded,
  variables: (question, questionnaire) =>
    question.rows.map(({ id, label, shownIf }) => ({
      id,
      label,
      question,
      required: question.required === true,
      options: offered(question, questionnaire),
      ...(shownIf === undefined ? {} : { shownIf }),
    })),
};
