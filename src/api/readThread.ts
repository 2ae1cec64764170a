import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import { threadPage, type ThreadOrder, type ThreadPage } from '../thread/page.ts';
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

/** One page of a thread, as everybody may read it. */
export const readThread = (request: PageRequest, signal: AbortSignal): Promise<ThreadPage | Refused> =>
  callFunction('read_thread', request, threadPage, signal);
