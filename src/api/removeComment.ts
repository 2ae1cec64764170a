import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';

const answer = v.object({ status: v.literal('done') });

/** Removes the comment under a receipt code. The answer is the same whether or not there was one. */
export const removeComment = (
  code: string,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('remove_comment', { code }, answer, signal);
