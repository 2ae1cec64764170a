import * as z from 'zod/mini';
import { date } from '../../../figures/date.ts';
import { correctResponse } from '../../../api/correctResponse.ts';
import type { Refused } from '../../../api/notDone.ts';
import { answersInWords, type AnsweredQuestion } from '../../../survey/answersInWords.ts';
import { answersSchema, type Answers } from '../../../survey/answers.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import type { Found } from './earlier.ts';
import { showSeen } from './showSeen.ts';

export { readResponse } from '../../../api/readResponse.ts';
export { withdrawResponse } from '../../../api/withdrawResponse.ts';

// Zod would probe whether it may compile code, which the page’s policy refuses and the browser reports as an error.
z.config({ jitless: true });

/** A correction that one answer stands in the way of. */
export interface NotValid {
  readonly status: 'not_valid';
  readonly variable: string;
  readonly sentence: string;
}

/** Checks corrected answers as the server will, by the version that they answer, then sends them. */
export async function correct(
  code: string,
  { side, earlier }: Pick<Found, 'side' | 'earlier'>,
  answers: Answers,
  signal: AbortSignal,
): Promise<{ readonly status: 'corrected' } | { readonly status: 'unknown' } | NotValid | Refused> {
  const of = earlier?.of ?? questionnaire;
  const [issue] = answersSchema(of, side).safeParse(answers).error?.issues ?? [];
  if (issue === undefined) return correctResponse({ code, instrument: of.version, answers }, signal);
  const [variable] = issue.path;
  const sentence = issue.message;
  return typeof variable === 'string'
    ? { status: 'not_valid', variable, sentence }
    : { status: 'refused', httpStatus: 400, code: 'not_valid', sentence };
}

/** A stored response as its owner reads it: which survey and when, and every question of the route. */
function seenInWords({ earlier, side, submitted_on, kept_until, revision, answers }: Found): {
  readonly about: string;
  readonly questions: readonly AnsweredQuestion[];
} {
  const of = earlier?.of ?? questionnaire;
  const times = revision - 1;
  const corrected =
    times === 0 ? '' : times === 1 ? ' Corrected once since.' : ` Corrected ${times} times since.`;
  return {
    about: `${of.sides[side].title}, sent on ${date(submitted_on)} and kept until ${date(kept_until)}.${corrected}`,
    questions: answersInWords(of, side, answers),
  };
}

/** Fills in the stored answers. */
export const showFound = (page: HTMLElement, found: Found): void => {
  showSeen(page, seenInWords(found));
};
