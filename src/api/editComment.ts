import { callFunction } from './callFunction.ts';
import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import type { Role } from '../thread/role.ts';

/** Other words for the comment under a receipt code; it goes back into the queue. */
export interface CommentChange {
  readonly code: string;
  readonly role: Role;
  readonly text: string;
}

/** Changes a comment, for as long as that is allowed. */
export async function editComment(
  change: CommentChange,
  signal: AbortSignal,
): Promise<{ readonly status: 'done' } | NotDone> {
  const { body, status } = await callFunction('edit_comment', change, signal);
  return statusOf(body) === 'stored' ? { status: 'done' } : notDone(body, status);
}
