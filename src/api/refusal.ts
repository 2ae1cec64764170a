/** A refusal in the server’s own words. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  /** Seconds to wait before asking again, where the server said so. */
  readonly seconds?: number;
}

/**
 * Reads a refusal of ours from the body of an answer, however it was sent: raised or returned. Our functions name a
 * refusal in small letters (`not_valid`); what PostgREST and PostgreSQL refuse has digits in it, and is none of ours.
 */
export function readRefusal(body: unknown): Refusal | null {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return null;
  const { code, message } = body;
  if (typeof code !== 'string' || typeof message !== 'string' || !/^[a-z_]+$/.test(code)) return null;
  const refusal = { code, sentence: message };
  return 'retry_after' in body && typeof body.retry_after === 'number'
    ? { ...refusal, seconds: body.retry_after }
    : refusal;
}
