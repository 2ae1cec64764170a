import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import type { Role } from '../thread/role.ts';

/** Other words for the comment under a receipt code; it goes back into the queue. */
export interface CommentChange {
  readonly code: string;
  readonly role: Role;
  readonly text: string;
}

const answer = v.union([
  v.object({ status: v.literal('stored') }),
  v.object({ status: v.literal('unknown') }),
]);

/** Changes a comment, for as long as that is allowed. */
export const editComment = (
  change: CommentChange,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> => callFunction('edit_comment', change, answer, signal);
