import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import type { SideId } from '../survey/question.ts';

const answer = v.object({ status: v.literal('counted') });

/**
 * Counts one person whom a side’s survey does not fit: no answer and no receipt. Not idempotent, and nobody waits for
 * it: call it once a visit and do not retry.
 */
export const countScreenedOut = (
  side: SideId,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('count_screened_out', { side }, answer, signal);
