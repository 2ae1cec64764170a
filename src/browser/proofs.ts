import type { Challenge, Payload } from 'altcha-lib/types';
import { askChallenge, type Purpose } from '../api/askChallenge.ts';
import type { Outcome } from '../api/outcome.ts';
import { proofTimes } from './proofTimes.ts';
import { solveInWorker } from './solveInWorker.ts';

const patience = 15_000;

interface Proof {
  readonly payload: Payload;
  /** From when on the server takes it, by this device’s clock, in milliseconds since 1970. */
  readonly from: number;
  /** Until when. */
  readonly until: number;
}

type Later = Extract<Outcome, { status: 'later' }>;

async function make(purpose: Purpose): Promise<Proof | Later> {
  let challenge: Challenge;
  let got: number;
  const asked = Date.now();
  try {
    const answer = await askChallenge(purpose, AbortSignal.timeout(patience));
    if ('code' in answer) {
      const { sentence, seconds } = answer;
      return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
    }
    challenge = answer;
    got = Date.now();
  } catch {
    return { status: 'later' };
  }
  const payload = await solveInWorker(challenge).catch(() => undefined);
  return payload === undefined
    ? { status: 'later' }
    : { payload, ...proofTimes(challenge.parameters, asked, got) };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Proofs of work for one thing to send: made ahead while a person answers, and made again when one has run out. */
export function proofs(purpose: Purpose) {
  let making: Promise<Proof | Later> | undefined;

  return {
    /** Begins, unless that was done before. */
    begin: (): void => {
      making ??= make(purpose);
    },
    /** One that the server takes now, or the reason why there is none yet. */
    get: async (): Promise<Payload | Later> => {
      let proof = await (making ??= make(purpose));
      if (!('payload' in proof) || Date.now() >= proof.until) {
        making = make(purpose);
        proof = await making;
      }
      if (!('payload' in proof)) return proof;
      await wait(proof.from - Date.now());
      return proof.payload;
    },
    /** The last one was refused. */
    spoil: (): void => {
      making = undefined;
    },
  };
}

export type Proofs = ReturnType<typeof proofs>;
