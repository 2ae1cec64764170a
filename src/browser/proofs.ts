import type { Payload } from 'altcha-lib/types';
import { askChallenge, type Purpose } from '../api/askChallenge.ts';
import { defect, type Defect } from '../api/notDone.ts';
import type { Later } from '../api/outcome.ts';
import { proofTimes } from './proofTimes.ts';
import { solveInWorker } from './solveInWorker.ts';
import { timeLimit } from './timeLimit.ts';

interface Proof {
  readonly payload: Payload;
  /** From when on the server takes it, by this device’s clock, in milliseconds since 1970. */
  readonly from: number;
  /** Until when. */
  readonly until: number;
}

type NoProof = Later | Defect;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function make(purpose: Purpose, harder: boolean): Promise<Proof | NoProof> {
  const asked = Date.now();
  const challenge = await askChallenge(purpose, harder, timeLimit());
  if ('status' in challenge) {
    if (challenge.status !== 'refused')
      return challenge.status === 'defect' ? challenge : { status: 'later' };
    const { sentence, seconds } = challenge;
    return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  }
  const got = Date.now();
  // Reading the challenge and starting a worker in one task would be a long one (over 50 ms) on a slow phone.
  await wait(0);
  const payload = await solveInWorker(challenge);
  return payload === null
    ? { status: 'later' }
    : { payload, ...proofTimes(challenge.parameters, asked, got) };
}

/**
 * Proofs of work for one thing to send: made ahead while a person answers, and made again when one has expired.
 * @param trap what stands in the honeypot: with it filled in, the server takes the hardest proof alone
 */
export function proofs(purpose: Purpose, trap: () => string) {
  let making: Promise<Proof | NoProof> | undefined;
  const makeOne = (): Promise<Proof | NoProof> => (making = make(purpose, trap() !== '').catch(defect));

  return {
    /** Begins, unless that was done before. */
    begin: (): void => {
      if (making === undefined) void makeOne();
    },
    /** One that the server takes now, or the reason why there is none yet. */
    get: async (): Promise<Payload | NoProof> => {
      let proof = await (making ?? makeOne());
      if (!('payload' in proof) || Date.now() >= proof.until) proof = await makeOne();
      if (!('payload' in proof)) return proof;
      await wait(proof.from - Date.now());
      return proof.payload;
    },
    /** The last one was used or refused. */
    spoil: (): void => {
      making = undefined;
    },
  };
}

export type Proofs = ReturnType<typeof proofs>;
