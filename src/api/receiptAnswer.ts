import { readRefusal } from './refusal.ts';

/**
 * What a call with a receipt code came to when it was not what was asked for: no answers under the code (unknown,
 * withdrawn, expired and malformed alike), a refusal in the server’s words, or nothing that can be used.
 */
export type NotDone =
  | { readonly status: 'unknown' }
  | { readonly status: 'refused'; readonly sentence: string }
  | { readonly status: 'no_reply' };

/** The status that one of our functions put in its answer. */
export const statusOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'status' in body ? body.status : undefined;

/** Reads an answer that did not bring what was asked for, be it raised or returned. @param status the HTTP status */
export function notDone(body: unknown, status: number): NotDone {
  if (statusOf(body) === 'unknown') return { status: 'unknown' };
  const refusal = readRefusal(body);
  return refusal !== null && status >= 400 && status < 500
    ? { status: 'refused', sentence: refusal.sentence }
    : { status: 'no_reply' };
}
