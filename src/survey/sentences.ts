import type { Variable } from './kinds/kind.ts';
import type { NumberQuestion } from './question.ts';

/**
 * What a person reads when an answer cannot be taken: one sentence for each fault, the same in the page, in the
 * submission schema and in PostgreSQL. Imports no code: the survey page loads it.
 */

type Named = Pick<Variable, 'question' | 'label'>;

/** A question as it is quoted inside a sentence. */
export const quoted = ({ question, label }: Named): string =>
  label === undefined ? `“${question.wording}”` : `“${question.wording}” (${label})`;

export const needsAnswer = (variable: Named): string =>
  `${quoted(variable)} needs an answer before you go on.`;

export const noSuchAnswer = (variable: Named): string =>
  `${quoted(variable)} was answered with something it does not offer.`;

export const notAsked = (variable: Named): string =>
  `${quoted(variable)} was answered although it is not asked on this route.`;

export const notANumber = ({
  question,
}: {
  question: Pick<NumberQuestion, 'wording' | 'min' | 'max'>;
}): string => `“${question.wording}” takes one whole number from ${question.min} to ${question.max}.`;

export const notAnObject = 'The answers must be one object that holds a code for each question.';
export const noSuchQuestion = 'One of the answers belongs to no question of this survey.';
export const noSuchSide = 'Say which survey this is, job_seeker or employer.';
