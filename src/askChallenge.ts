import type { Challenge } from 'altcha-lib/types';
import { readRefusal, type Refusal } from './refusal.ts';
import { supabaseAddress } from './supabaseAddress.ts';

const isChallenge = (body: unknown): body is Challenge =>
  typeof body === 'object' && body !== null && 'parameters' in body && 'signature' in body;

/**
 * Asks the server for a proof-of-work challenge; a refusal where it has a reason not to give one.
 * A plain fetch, because it goes out while a person is answering and the client library is loaded only to send.
 * @throws when there is no reply, or one that is not ours
 */
export async function askChallenge(signal: AbortSignal): Promise<Challenge | Refusal> {
  const { url, key } = supabaseAddress();
  const answer = await fetch(new URL('/rest/v1/rpc/challenge', url), {
    method: 'POST',
    headers: { apikey: key, 'content-type': 'application/json' },
    body: JSON.stringify({ request: { purpose: 'response' } }),
    redirect: 'error',
    signal,
  });
  const body: unknown = await answer.json();
  if (answer.ok && isChallenge(body)) return body;
  const refusal = readRefusal(body);
  if (refusal === null) throw new Error('The server sent no challenge.');
  return refusal;
}
