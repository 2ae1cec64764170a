import { outcomeOf } from './outcomeOf.ts';
import type { Seal } from './sealed.ts';
import { supabase } from './supabase.ts';
import type { Outcome } from './outcome.ts';
import type { Submission } from '../survey/submission.ts';

/** Sends one response. Sending the same one again is safe: it is kept once, under its id. */
export async function submitResponse(
  submission: Submission,
  { proof, trap }: Seal,
  signal: AbortSignal,
): Promise<Outcome> {
  const request = { submission, proof, trap };
  const { data, error, status } = await supabase()
    // Through JSON, because that is the type the generated function takes.
    .rpc('submit_response', { request: JSON.parse(JSON.stringify(request)) as never })
    .abortSignal(signal);
  return outcomeOf(error ?? data, status);
}
