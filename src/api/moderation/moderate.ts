import * as v from 'valibot';
import type { CommentAction, ThreadAction } from '../../thread/moderation.ts';
import type { Rejection } from '../../thread/rejection.ts';
import { commentStates } from '../../thread/state.ts';
import type { ThreadKind } from '../../thread/thread.ts';
import { callAsModerator } from './callAsModerator.ts';
import type { NotModerated } from './session.ts';

/** What a moderator decides: about a comment in the words of one revision, or about a thread. */
export type Order =
  | {
      readonly action: Exclude<CommentAction, 'reject'>;
      readonly comment: string;
      readonly revision: number;
    }
  | {
      readonly action: 'reject';
      readonly comment: string;
      readonly revision: number;
      readonly reason: Rejection;
    }
  | { readonly action: ThreadAction; readonly kind: ThreadKind; readonly thread: string };

const done = v.object({
  status: v.literal('done'),
  /** The state that a comment is in now; null after an order about a thread. */
  state: v.optional(v.nullable(v.picklist(commentStates.map(({ code }) => code))), null),
});
export type Done = v.InferOutput<typeof done>;

/** An order about a comment, many of which may go in one call. */
export type CommentOrder = Extract<Order, { comment: string }>;

const manyDone = v.object({
  status: v.literal('done'),
  /** In the order in which they were given. */
  outcomes: v.array(
    v.object({ comment: v.string(), outcome: v.picklist(['done', 'changed', 'unknown', 'conflict']) }),
  ),
});
export type ManyDone = v.InferOutput<typeof manyDone>;

/** Gives up to fifty orders, as many as a page has comments. Each is done or not by itself. */
export const moderateMany = (
  orders: readonly CommentOrder[],
  signal: AbortSignal,
): Promise<ManyDone | NotModerated> => callAsModerator('moderate', { orders }, manyDone, signal);

/** Gives one order. It is done once, with one row in the record, or not at all. */
export const moderate = (order: Order, signal: AbortSignal): Promise<Done | NotModerated> =>
  callAsModerator('moderate', order, done, signal);
