import { callFunction } from './callFunction.ts';
import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';

/** Removes the comment under a receipt code. Whether there was one is not said: `done` either way. */
export async function removeComment(
  code: string,
  signal: AbortSignal,
): Promise<{ readonly status: 'done' } | NotDone> {
  const { body, status } = await callFunction('remove_comment', { code }, signal);
  return statusOf(body) === 'done' ? { status: 'done' } : notDone(body, status);
}
