import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import { supabase } from './supabase.ts';
import type { Answers } from '../survey/answers.ts';
import type { SideId } from '../survey/question.ts';

/** A response as it is stored. */
export interface StoredResponse {
  readonly status: 'found';
  readonly side: SideId;
  /** The version of the questionnaire it answers. */
  readonly instrument: string;
  /** ISO date. */
  readonly submitted_on: string;
  /** 1 as it was sent; one more for each correction. */
  readonly revision: number;
  readonly answers: Answers;
}

const isStored = (body: unknown): body is StoredResponse => statusOf(body) === 'found';

/** The answers stored under a receipt code. The code travels in the body of a POST and nowhere else. */
export async function readResponse(code: string, signal: AbortSignal): Promise<StoredResponse | NotDone> {
  const { data, error, status } = await supabase()
    .rpc('read_response', { request: { code } })
    .abortSignal(signal);
  return isStored(data) ? data : notDone(error ?? data, status);
}
