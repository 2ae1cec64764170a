import type { Challenge, Payload, Solution } from 'altcha-lib/types';
import { askChallenge, type Purpose } from '../api/askChallenge.ts';
import type { Later } from '../api/outcome.ts';
import { sorted } from './attempt.ts';
import { NotSolved, type Failed } from './cause.ts';
import { inTime } from './inTime.ts';
import { onDemand } from './onDemand.ts';
import { proofTimes } from './proofTimes.ts';
import { solveInWorker } from './solveInWorker.ts';

interface Proof {
  readonly payload: Payload;
  /** From when on the server takes it, by performance.now(). */
  readonly from: number;
  /** Until when. */
  readonly until: number;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const fetchSolver = onDemand(() => import('./solver.ts'));

/** In a worker; whatever ails that, here, where only a failure counts. */
const solve = (challenge: Challenge): Promise<Solution | null> =>
  solveInWorker(challenge).catch(async () => (await fetchSolver(false)).solve(challenge));

async function make(purpose: Purpose, harder: boolean): Promise<Proof | Later> {
  const asked = performance.now();
  const challenge = await inTime((signal) => askChallenge(purpose, harder, signal));
  if ('status' in challenge) {
    const { sentence, seconds } = challenge;
    return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  }
  const got = performance.now();
  // Reading the challenge and starting a worker in one task would be a long one (over 50 ms) on a slow phone.
  await wait(0);
  const solution = await solve(challenge);
  if (solution === null) throw new NotSolved('The proof of work took too long.');
  return { payload: { challenge, solution }, ...proofTimes(challenge.parameters, asked, got) };
}

/**
 * Proofs of work for one thing to send: made ahead while a person answers, and made again when one has expired.
 * @param trap what stands in the honeypot: with it filled in, the server takes the hardest proof alone
 */
export function proofs(purpose: Purpose, trap: () => string) {
  let making: Promise<Proof | Later | Failed> | undefined;
  const makeOne = () => (making = sorted(make(purpose, trap() !== '')));

  return {
    /** Begins, unless that was done before. */
    begin: (): void => {
      if (making === undefined) void makeOne();
    },
    /** One that the server takes now, or the reason why there is none yet. */
    get: async (): Promise<Payload | Later | Failed> => {
      const ahead = await making;
      const isGood = ahead !== undefined && 'payload' in ahead && performance.now() < ahead.until;
      const proof = isGood ? ahead : await makeOne();
      if (!('payload' in proof)) return proof;
      await wait(Math.max(0, proof.from - performance.now()));
      return proof.payload;
    },
    /** The last one was used or refused. */
    spoil: (): void => {
      making = undefined;
    },
  };
}

export type Proofs = ReturnType<typeof proofs>;
