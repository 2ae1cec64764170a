import { notDone, statusOf, type NotDone } from './receiptAnswer.ts';
import { supabase } from './supabase.ts';
import type { Answers } from '../survey/answers.ts';

/** Puts answers in place of those stored under a receipt code. `instrument` is the questionnaire they answer. */
export async function correctResponse(
  correction: { readonly code: string; readonly instrument: string; readonly answers: Answers },
  signal: AbortSignal,
): Promise<{ readonly status: 'corrected' } | NotDone> {
  const { code, instrument, answers } = correction;
  const { data, error, status } = await supabase()
    .rpc('correct_response', { request: { code, instrument, answers: { ...answers } } })
    .abortSignal(signal);
  return statusOf(data) === 'corrected' ? { status: 'corrected' } : notDone(error ?? data, status);
}
