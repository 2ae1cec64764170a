import type { CommentState } from '../../thread/state.ts';
import type { Queue } from '../../thread/moderation.ts';
import type { Rejection } from '../../thread/rejection.ts';
import type { ReportReason } from '../../thread/reportReason.ts';
import type { Role } from '../../thread/role.ts';
import type { ThreadKind } from '../../thread/thread.ts';
import { endedSession } from './endedSession.ts';
import { moderatorClient } from './moderatorClient.ts';
import { notDone, type NotDone } from './notDone.ts';

/** A comment that stands above another one. */
export interface CommentAbove {
  readonly id: string;
  readonly role: Role;
  /** Null once it is gone. */
  readonly text: string | null;
  readonly state: CommentState;
}

/** A comment as a moderator sees it (private.queue_entry). */
export interface QueueEntry {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly thread: string;
  /** Whether its thread takes no more comments. */
  readonly closed: boolean;
  readonly role: Role;
  /** Null once its time was over. */
  readonly text: string | null;
  readonly state: CommentState;
  readonly reason: Rejection | null;
  /** 1 as it was sent; one more for each change. */
  readonly revision: number;
  /** The hour it was sent in, such as 2026-11-24T14:00Z; nothing finer is kept. */
  readonly sent_at: string;
  /** What it answers, from the top. */
  readonly above: readonly CommentAbove[];
  readonly replies: number;
  readonly reports: Readonly<Partial<Record<ReportReason, number>>>;
}

export type QueueCounts = Readonly<Record<Queue, number>> & {
  /** The hour in which the comment that has waited longest was sent. */
  readonly oldest_waiting: string | null;
};

/** One page of a list. */
export interface QueuePage {
  readonly status: 'read';
  readonly counts: QueueCounts;
  readonly comments: readonly QueueEntry[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

type Read = Omit<QueuePage, 'status'>;

const isRead = (body: unknown): body is Read =>
  typeof body === 'object' && body !== null && 'counts' in body && 'comments' in body;

/** Reads a page of a list: what waits oldest first, everything else newest first. @param after a former `next` */
export async function readQueue(
  list: Queue,
  after: string | null,
  signal: AbortSignal,
): Promise<QueuePage | NotDone> {
  const ended = await endedSession();
  if (ended !== null) return ended;
  const { data, error, status } = await moderatorClient()
    .rpc('moderation_queue', { request: { list, ...(after !== null && { after }) } })
    .abortSignal(signal);
  // Through unknown: the generated type of what a function returns is any JSON.
  const body: unknown = data;
  return isRead(body) ? { status: 'read', ...body } : notDone(error ?? body, status);
}
