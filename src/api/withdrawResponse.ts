import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';

const answer = v.object({ status: v.literal('done') });

/** Deletes what is stored under a receipt code. The answer is the same whether or not there was anything. */
export const withdrawResponse = (
  code: string,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('withdraw_response', { code }, answer, signal);
