import type { Payload } from 'altcha-lib/types';
import * as v from 'valibot';
import { callFunction } from './callFunction.ts';
import type { Refused } from './notDone.ts';

/** What a proof of work is for; the server takes it for nothing else. */
export type Purpose = 'response' | 'comment' | 'report';

/** What a response, a comment or a report carries against spam. */
export interface AntiSpam {
  readonly proof: Payload;
  /** The honeypot: what stands in the field that people do not see, which is nothing. */
  readonly trap: string;
}

// Loose, because the server signs every parameter and reads them again in the solution.
const challenge = v.object({
  parameters: v.looseObject({
    algorithm: v.string(),
    nonce: v.string(),
    salt: v.string(),
    cost: v.number(),
    keyLength: v.number(),
    keyPrefix: v.string(),
    keySignature: v.string(),
    expiresAt: v.number(),
    data: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
  signature: v.string(),
});
export type Challenge = v.InferOutput<typeof challenge>;

/** Asks the server for a proof-of-work challenge. @param harder for whoever has filled in the trap */
export const askChallenge = (
  purpose: Purpose,
  harder: boolean,
  signal: AbortSignal,
): Promise<Challenge | Refused> =>
  callFunction('challenge', harder ? { purpose, harder } : { purpose }, challenge, signal);
