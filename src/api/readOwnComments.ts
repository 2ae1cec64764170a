import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import { ownState } from '../thread/ownState.ts';

/** With the comments in the order of the codes. */
const answer = v.object({ status: v.literal('done'), comments: v.array(ownState) });

/** What became of the comments with these receipt codes. @param codes 1 to `limits.ownComments` of them */
export const readOwnComments = (
  codes: readonly string[],
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('comment_state', { codes }, answer, signal);
