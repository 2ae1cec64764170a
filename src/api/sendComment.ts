import { callFunction } from './callFunction.ts';
import { outcomeOf } from './outcomeOf.ts';
import type { Seal } from './sealed.ts';
import type { Outcome } from './outcome.ts';
import type { NewComment } from '../thread/comment.ts';

/** Sends one comment. Sending the same one again is safe: it is kept once, under its id. */
export async function sendComment(
  comment: NewComment,
  { proof, trap }: Seal,
  signal: AbortSignal,
): Promise<Outcome> {
  const { body, status } = await callFunction('comment', { comment, proof, trap }, signal);
  return outcomeOf(body, status);
}
