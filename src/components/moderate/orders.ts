import type { CommentOrder, Order } from '../../api/moderation/moderate.ts';
import type { QueueEntry } from '../../api/moderation/readQueue.ts';
import type { CommentAction, ThreadAction } from '../../thread/moderation.ts';
import type { Rejection } from '../../thread/rejection.ts';

/** What is decided about a comment, and what a button decides: that, or something about its thread. Both can be undone. */
export type CommentDecision = Exclude<CommentAction, 'undo'>;
export type Decision = CommentDecision | ThreadAction;

/**
 * The order for a decision about a comment that was read. It names the revision that was read.
 * @throws when a rejection has no reason
 */
export function commentOrderOf(
  { id: comment, revision }: Pick<QueueEntry, 'id' | 'revision'>,
  action: CommentDecision,
  reason: Rejection | null,
): CommentOrder {
  if (action !== 'reject') return { action, comment, revision };
  if (reason === null) throw new Error('A rejection has a reason.');
  return { action, comment, revision, reason };
}

/** The order for a decision about a comment that was read, or about its thread. */
export function orderOf(
  entry: Pick<QueueEntry, 'id' | 'revision' | 'kind' | 'thread'>,
  action: Decision,
  reason: Rejection | null,
): Order {
  if (action === 'close' || action === 'reopen') return { action, kind: entry.kind, thread: entry.thread };
  return commentOrderOf(entry, action, reason);
}

/** The order that takes one about a comment back. */
export const undoing = ({ comment, revision }: CommentOrder): CommentOrder => ({
  action: 'undo',
  comment,
  revision,
});

/** The order that takes another one back. */
export function orderBack(order: Order): Order {
  if ('comment' in order) return undoing(order);
  return { ...order, action: order.action === 'close' ? 'reopen' : 'close' };
}
