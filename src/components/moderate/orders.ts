import type { Order } from '../../api/moderation/moderate.ts';
import type { QueueEntry } from '../../api/moderation/readQueue.ts';
import type { CommentAction, ThreadAction } from '../../thread/moderation.ts';
import type { Rejection } from '../../thread/rejection.ts';

/** What a button decides, and what can be undone. */
export type Decision = Exclude<CommentAction, 'undo'> | ThreadAction;

/**
 * The order for a decision about a comment that was read, or about its thread. It names the revision that was read.
 * @throws when a rejection has no reason
 */
export function orderOf(
  { id: comment, revision, kind, thread }: Pick<QueueEntry, 'id' | 'revision' | 'kind' | 'thread'>,
  action: Decision,
  reason: Rejection | null,
): Order {
  switch (action) {
    case 'close':
    case 'reopen':
      return { action, kind, thread };
    case 'reject':
      if (reason === null) throw new Error('A rejection has a reason.');
      return { action, comment, revision, reason };
    case 'approve':
    case 'restore':
    case 'hide':
      return { action, comment, revision };
  }
}

/** The order that takes another one back. */
export function orderBack(order: Order): Order {
  if ('comment' in order) return { action: 'undo', comment: order.comment, revision: order.revision };
  return { ...order, action: order.action === 'close' ? 'reopen' : 'close' };
}
