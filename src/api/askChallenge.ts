import type { Challenge } from 'altcha-lib/types';
import { callFunction } from './callFunction.ts';
import { readRefusal, type Refusal } from './refusal.ts';

/** What a proof of work is for; the server takes it for nothing else. */
export type Purpose = 'response' | 'comment' | 'report';

const isChallenge = (body: unknown): body is Challenge =>
  typeof body === 'object' && body !== null && 'parameters' in body && 'signature' in body;

/**
 * Asks the server for a proof-of-work challenge; a refusal where it has a reason not to give one.
 * @throws when there is no reply, or one that is not ours
 */
export async function askChallenge(purpose: Purpose, signal: AbortSignal): Promise<Challenge | Refusal> {
  const { body, status } = await callFunction('challenge', { purpose }, signal);
  if (status === 200 && isChallenge(body)) return body;
  const refusal = readRefusal(body);
  if (refusal === null) throw new Error('The server sent no challenge.');
  return refusal;
}
