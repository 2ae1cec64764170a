import { callFunction } from './callFunction.ts';
import { notDone, type NotDone } from './receiptAnswer.ts';
import type { ThreadOrder, ThreadPage } from '../thread/page.ts';
import type { ThreadKind } from '../thread/thread.ts';

/** Which page of which thread. */
export interface PageRequest {
  readonly kind: ThreadKind;
  readonly thread: string;
  readonly order: ThreadOrder;
  /** The `next` of the page before. */
  readonly after?: string;
  /** A comment: the page begins with its branch. */
  readonly from?: string;
}

const isPage = (body: unknown): body is ThreadPage =>
  typeof body === 'object' && body !== null && 'comments' in body && 'gone' in body;

/** One page of a thread, as everybody may read it. */
export async function readThread(request: PageRequest, signal: AbortSignal): Promise<ThreadPage | NotDone> {
  const { body, status } = await callFunction('read_thread', request, signal);
  return isPage(body) ? body : notDone(body, status);
}
