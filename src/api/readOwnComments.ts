import { callFunction } from './callFunction.ts';
import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import type { OwnState } from '../thread/own.ts';

interface States {
  readonly status: 'done';
  /** In the order of the codes. */
  readonly comments: readonly OwnState[];
}

const isStates = (body: unknown): body is States =>
  statusOf(body) === 'done' && typeof body === 'object' && body !== null && 'comments' in body;

/** What became of the comments with these receipt codes. @param codes 1 to `limits.ownComments` of them */
export async function readOwnComments(
  codes: readonly string[],
  signal: AbortSignal,
): Promise<States | NotDone> {
  const { body, status } = await callFunction('comment_state', { codes }, signal);
  return isStates(body) ? body : notDone(body, status);
}
