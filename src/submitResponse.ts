import { supabase } from './supabase.ts';
import type { Submission } from './survey/submission.ts';

/** What the database answered: kept (now or by an earlier try), refused for a reason, or nothing that can be used. */
export type Outcome =
  | { readonly status: 'stored' | 'stored_before' }
  | { readonly status: 'refused'; readonly sentence: string }
  | { readonly status: 'no_reply' };

const wasKept = (data: unknown): data is { status: 'stored' | 'stored_before' } =>
  typeof data === 'object' &&
  data !== null &&
  'status' in data &&
  (data.status === 'stored' || data.status === 'stored_before');

/** Our functions name a refusal in small letters (`not_valid`); what PostgREST and PostgreSQL refuse has digits in it. */
const isOurs = (code: string): boolean => /^[a-z_]+$/.test(code);

/**
 * Sends one response. Sending the same one again is safe: it is kept once, under its id.
 * A refusal carries the server’s own sentence. Whatever may go better next time (no connection, an error of the server,
 * an answer that is not ours) is `no_reply`.
 */
export async function submitResponse(submission: Submission, signal: AbortSignal): Promise<Outcome> {
  const { data, error, status } = await supabase()
    .rpc('submit_response', { submission: { ...submission } })
    .abortSignal(signal);
  if (error === null) return wasKept(data) ? { status: data.status } : { status: 'no_reply' };
  return status >= 400 && status < 500 && isOurs(error.code)
    ? { status: 'refused', sentence: error.message }
    : { status: 'no_reply' };
}
