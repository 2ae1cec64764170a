import type { CommentAction, ThreadAction } from '../../thread/moderation.ts';
import type { Rejection } from '../../thread/rejection.ts';
import { commentStates, type CommentState } from '../../thread/state.ts';
import type { ThreadKind } from '../../thread/thread.ts';
import { endedSession } from './endedSession.ts';
import { moderatorClient } from './moderatorClient.ts';
import { notDone, type NotDone } from './notDone.ts';

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

/** What was done; with the state that a comment is in now. */
export interface Done {
  readonly status: 'done';
  readonly state: CommentState | null;
}

function doneIn(body: unknown): Done | null {
  if (typeof body !== 'object' || body === null || !('status' in body) || body.status !== 'done') return null;
  const state = 'state' in body ? commentStates.find(({ code }) => code === body.state)?.code : undefined;
  return { status: 'done', state: state ?? null };
}

/** Gives one order. It is done once, with one row in the record, or not at all. */
export async function moderate(order: Order, signal: AbortSignal): Promise<Done | NotDone> {
  const ended = await endedSession();
  if (ended !== null) return ended;
  const { data, error, status } = await moderatorClient()
    .rpc('moderate', { request: { ...order } })
    .abortSignal(signal);
  return doneIn(data) ?? notDone(error ?? data, status);
}
