import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';
import type { Answers } from '../survey/answers.ts';

const answer = v.union([
  v.object({ status: v.literal('corrected') }),
  v.object({ status: v.literal('unknown') }),
]);

/** Replaces the answers stored under a receipt code. `instrument` is the version of the questionnaire they answer. */
export const correctResponse = (
  correction: { readonly code: string; readonly instrument: string; readonly answers: Answers },
  signal: AbortSignal,
): Promise<v.InferOutput<typeof answer> | Refused> =>
  callFunction('correct_response', correction, answer, signal);
