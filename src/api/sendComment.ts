import { callFunction } from './callFunction.ts';
import type { AntiSpam } from './askChallenge.ts';
import { arrival, outcomeOf, type Outcome } from './outcome.ts';
import type { NewComment } from '../thread/comment.ts';

/** Sends one comment. Idempotent: it is kept once, under its id. */
export const sendComment = async (
  comment: NewComment,
  { proof, trap }: AntiSpam,
  signal: AbortSignal,
): Promise<Outcome> => outcomeOf(await callFunction('comment', { comment, proof, trap }, arrival, signal));
