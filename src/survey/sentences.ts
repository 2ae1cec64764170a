import type { NumberQuestion } from './question.ts';
import { plain } from './wording.ts';

/**
 * What a person reads when an answer cannot be taken: one sentence for each fault, the same in the page, in the
 * submission schema and in PostgreSQL. An answer that ends the questionnaire is refused with its own sentence, the one
 * that the page says at once (`because` in question.ts).
 */

interface Named {
  readonly question: { readonly wording: string };
  readonly label?: string;
}

/** A question as it is quoted inside a sentence: up to its question mark, because some go on to explain. */
const asked = (wording: string): string => /^[^?]*\??/.exec(plain(wording))?.[0] ?? wording;

export const quoted = ({ question, label }: Named): string =>
  label === undefined ? `“${asked(question.wording)}”` : `“${asked(question.wording)}” (${label})`;

export const needsAnswer = (variable: Named): string =>
  `${quoted(variable)} needs an answer before you go on.`;

export const noSuchAnswer = (variable: Named): string =>
  `${quoted(variable)} was answered with something it does not offer.`;

/** For a code that the question offers on other routes only, such as a date kept by an employer who never answered. */
export const ruledOut = (variable: Named): string =>
  `${quoted(variable)} was answered with something that an earlier answer rules out.`;

export const notAsked = (variable: Named): string =>
  `${quoted(variable)} was answered although it is not asked on this route.`;

export const notANumber = ({
  question,
}: {
  question: Pick<NumberQuestion, 'wording' | 'min' | 'max'>;
}): string => `${quoted({ question })} takes one whole number from ${question.min} to ${question.max}.`;

export const notAnObject = 'The answers must be one object that holds a code for each question.';
export const noSuchQuestion = 'One of the answers belongs to no question of this survey.';
export const noSuchSide = 'Say which survey this is, job_seeker or employer.';
