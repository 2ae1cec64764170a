import { causeOf, type Failed } from './cause.ts';
import { inTime } from './inTime.ts';

export const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'failed';

/** What some work comes to, or why it came to nothing. */
export const orFailed = <Answer>(work: Promise<Answer>): Promise<Answer | Failed> =>
  work.catch(async (error: unknown) => ({ status: 'failed', cause: await causeOf(error) }));

/** The same, with no answer in time as one of the reasons. @param limit in milliseconds */
export const attempt = <Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
  limit?: number,
): Promise<Answer | Failed> => orFailed(inTime(work, limit));
