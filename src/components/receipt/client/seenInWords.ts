import { date } from '../../../figures/date.ts';
import type { StoredResponse } from '../../../api/readResponse.ts';
import { answersInWords, type AnsweredQuestion } from '../../../survey/answersInWords.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';

/** A stored response as its owner reads it: which survey and when, and every question of the route. */
export function seenInWords({ side, submitted_on, revision, answers }: StoredResponse): {
  readonly about: string;
  readonly questions: readonly AnsweredQuestion[];
} {
  const times = revision - 1;
  const corrected =
    times === 0 ? '' : times === 1 ? ' Corrected once since.' : ` Corrected ${times} times since.`;
  return {
    about: `${questionnaire.sides[side].title}, sent on ${date(submitted_on)}.${corrected}`,
    questions: answersInWords(questionnaire, side, answers),
  };
}
