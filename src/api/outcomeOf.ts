import { statusOf } from './receiptAnswer.ts';
import { readRefusal } from './refusal.ts';
import type { Outcome } from './outcome.ts';

const arrivals = ['stored', 'stored_before', 'withdrawn'] as const;

/**
 * What became of something sent with a proof of work, a response or a comment, by what the server answered. Whatever
 * may go better next time (no connection, an error of the server, an answer that is not ours) is `later`.
 * @param status the HTTP status; 0 where there was no reply
 */
export function outcomeOf(body: unknown, status: number): Outcome {
  const said = statusOf(body);
  const arrival = arrivals.find((one) => one === said);
  if (arrival !== undefined) return { status: arrival };
  const refusal = readRefusal(body);
  if (refusal === null || status < 400 || status >= 500) return { status: 'later' };
  const { code, sentence, seconds } = refusal;
  if (status === 429) return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  return code.startsWith('proof_') ? { status: 'proof' } : { status: 'refused', code, sentence };
}
