import * as v from 'valibot';
import type { Refused } from './notDone.ts';

/** What became of one try to send something that has to arrive once: a response or a comment. */
export type Outcome =
  /** The server has it, now or from an earlier try. */
  | { readonly status: 'stored' | 'stored_before' }
  /** It was there and was taken back with its receipt code. */
  | { readonly status: 'withdrawn' }
  /** The server will not take it as it is; `variable` where one answer is the reason. */
  | {
      readonly status: 'refused';
      readonly code: string;
      readonly sentence: string;
      readonly variable?: string;
    }
  /** The proof of work was too old, used up or missing: a new one will do. */
  | { readonly status: 'proof' }
  | Later;

/** Too many at once: a later try may succeed. */
export interface Later {
  readonly status: 'later';
  readonly sentence: string;
  /** Seconds that the server asks to wait. */
  readonly seconds?: number;
}

/** What `submit_response` and `comment` answer. */
export const arrival = v.object({ status: v.picklist(['stored', 'stored_before', 'withdrawn']) });

export function outcomeOf(answer: v.InferOutput<typeof arrival> | Refused): Outcome {
  if (answer.status !== 'refused') return answer;
  const { httpStatus, code, sentence, seconds } = answer;
  if (httpStatus === 429) return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  return code.startsWith('proof_') ? { status: 'proof' } : { status: 'refused', code, sentence };
}
