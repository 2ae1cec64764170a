import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import { supabase } from './supabase.ts';

/** Deletes what is stored under a receipt code. Whether there was anything is not said: `done` either way. */
export async function withdrawResponse(
  code: string,
  signal: AbortSignal,
): Promise<{ readonly status: 'done' } | NotDone> {
  const { data, error, status } = await supabase()
    .rpc('withdraw_response', { request: { code } })
    .abortSignal(signal);
  return statusOf(data) === 'done' ? { status: 'done' } : notDone(error ?? data, status);
}
