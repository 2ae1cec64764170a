import * as v from 'valibot';
import type { Queue } from '../../thread/moderation.ts';
import { rejections } from '../../thread/rejection.ts';
import { reportReasons } from '../../thread/reportReason.ts';
import { shownRoles } from '../../thread/role.ts';
import { commentStates } from '../../thread/state.ts';
import { threadKinds } from '../../thread/thread.ts';
import { callAsModerator } from './callAsModerator.ts';
import type { NotModerated } from './session.ts';

const role = v.picklist(shownRoles.map(({ code }) => code));
const state = v.picklist(commentStates.map(({ code }) => code));

const commentAbove = v.object({
  id: v.string(),
  role,
  /** Null once it is gone. */
  text: v.nullable(v.string()),
  state,
});
/** A comment that stands above another one. */
export type CommentAbove = Readonly<v.InferOutput<typeof commentAbove>>;

const queueEntry = v.object({
  id: v.string(),
  kind: v.picklist(threadKinds),
  thread: v.string(),
  /** Whether its thread takes no more comments. */
  closed: v.boolean(),
  role,
  /** Null once its time was over. */
  text: v.nullable(v.string()),
  state,
  reason: v.nullable(v.picklist(rejections.map(({ code }) => code))),
  /** 1 as it was sent; one more for each change. */
  revision: v.number(),
  /** The hour it was sent in, such as 2026-11-24T14:00Z; nothing finer is kept. */
  sent_at: v.string(),
  /** What it answers, from the top. */
  above: v.array(commentAbove),
  replies: v.number(),
  reports: v.record(v.picklist(reportReasons.map(({ code }) => code)), v.number()),
});
/** A comment as a moderator sees it (private.queue_entry). */
export type QueueEntry = Readonly<v.InferOutput<typeof queueEntry>>;

const queueCounts = v.object({
  waiting: v.number(),
  reported: v.number(),
  approved: v.number(),
  rejected: v.number(),
  hidden: v.number(),
  /** The hour in which the comment that has waited longest was sent. */
  oldest_waiting: v.nullable(v.string()),
});
export type QueueCounts = Readonly<v.InferOutput<typeof queueCounts>>;

const queuePage = v.object({
  counts: queueCounts,
  comments: v.array(queueEntry),
  /** Where the next page begins; null on the last one. */
  next: v.nullable(v.string()),
});
/** One page of a list. */
export type QueuePage = Readonly<v.InferOutput<typeof queuePage>> & { readonly status: 'read' };

/** Reads a page of a list: what waits oldest first, everything else newest first. @param after a former `next` */
export async function readQueue(
  list: Queue,
  after: string | null,
  signal: AbortSignal,
): Promise<QueuePage | NotModerated> {
  const request = { list, ...(after !== null && { after }) };
  const answer = await callAsModerator('moderation_queue', request, queuePage, signal);
  return 'counts' in answer ? { status: 'read', ...answer } : answer;
}
