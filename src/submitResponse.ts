import type { Payload } from 'altcha-lib/types';
import { readRefusal, type Refusal } from './refusal.ts';
import { supabase } from './supabase.ts';
import type { Outcome } from './survey/outbox.ts';
import type { Submission } from './survey/submission.ts';

/** A submission on its way, as `submit_response` takes it. */
export interface ResponseRequest {
  readonly submission: Submission;
  readonly proof: Payload;
  /** What stands in the field that people do not see: nothing. */
  readonly trap: string;
}

const arrivals = ['stored', 'stored_before', 'withdrawn'] as const;

const arrivalIn = (data: unknown) =>
  typeof data === 'object' && data !== null && 'status' in data
    ? arrivals.find((arrival) => arrival === data.status)
    : undefined;

function outcomeOf(refusal: Refusal, status: number): Outcome {
  const { code, sentence, seconds } = refusal;
  if (status === 429) return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  if (code.startsWith('proof_')) return { status: 'proof' };
  return { status: 'refused', code, sentence };
}

/**
 * Sends one response. Sending the same one again is safe: it is kept once, under its id.
 * Whatever may go better next time (no connection, an error of the server, an answer that is not ours) is `later`.
 */
export async function submitResponse(request: ResponseRequest, signal: AbortSignal): Promise<Outcome> {
  const { data, error, status } = await supabase()
    // Through JSON, because that is the type the generated function takes.
    .rpc('submit_response', { request: JSON.parse(JSON.stringify(request)) as never })
    .abortSignal(signal);
  const arrival = arrivalIn(data);
  if (arrival !== undefined) return { status: arrival };
  const refusal = readRefusal(error ?? data);
  return refusal !== null && status >= 400 && status < 500 ? outcomeOf(refusal, status) : { status: 'later' };
}
