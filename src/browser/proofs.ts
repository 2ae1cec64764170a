import type { Challenge, Payload, Solution } from 'altcha-lib/types';
import { askChallenge, type Purpose } from '../api/askChallenge.ts';
import type { Later } from '../api/outcome.ts';
import { orFailed } from './attempt.ts';
import { NotSolved, type Failed } from './cause.ts';
import { inTime } from './inTime.ts';
import { onDemand } from './onDemand.ts';
import { proofTimes, untilGivenUp } from './proofTimes.ts';
import { solveInWorker } from './solveInWorker.ts';

interface Proof {
  readonly payload: Payload;
  /** From when on the server takes it, by performance.now(). */
  readonly from: number;
  /** Until when. */
  readonly until: number;
}

/** A proof is being made, or was made and is being sent. */
export type Working =
  | { readonly is: 'sending' }
  /** It has taken a while. In `seconds` at most it is there, or given up; `why` says how hard it is where it is harder than usual. */
  | { readonly is: 'solving'; readonly seconds: number; readonly why: { readonly sentence: string } };

/** Milliseconds after which a person is told how long it may still take, and each time again. */
const tellEvery = 5_000;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const fetchSolver = onDemand(() => import('./solver.ts'));

/** How hard a challenge is beside the usual one. */
function hardness({ parameters }: Challenge): string {
  const times = parameters.data?.times;
  return typeof times === 'number' && times > 1 ? `It is ${times} times as long as usual. ` : '';
}

/** A solution; null when its time is over, or nobody wants it any more. */
type Solve = (challenge: Challenge, signal: AbortSignal) => Promise<Solution | null>;

/** Solves in a worker; whatever ails that, here, and from then on without asking for one: the next might hang as long as this one did. */
function anySolver(): Solve {
  let hasWorker = true;
  return async (challenge, signal) => {
    if (hasWorker)
      try {
        return await solveInWorker(challenge, signal);
      } catch {
        hasWorker = signal.aborted;
      }
    if (signal.aborted) return null;
    const { solve } = await fetchSolver(false);
    return solve(challenge, signal);
  };
}

/**
 * @param ending ends it, where nobody wants it any more; and it ends itself, when its time is over
 * @param begins is told what it tells a person
 */
async function make(
  purpose: Purpose,
  harder: boolean,
  solve: Solve,
  ending: AbortController,
  begins: (told: () => Working) => void,
): Promise<Proof | Later> {
  const asked = performance.now();
  const challenge = await inTime((late) => askChallenge(purpose, harder, late));
  if ('status' in challenge) {
    const { sentence, seconds } = challenge;
    return { status: 'later', sentence, ...(seconds !== undefined && { seconds }) };
  }
  const got = performance.now();
  // Reading the challenge and starting a worker in one task would be a long one (over 50 ms) on a slow phone.
  await wait(0);
  const end = performance.now() + untilGivenUp;
  const sentence = hardness(challenge);
  begins(() => ({
    is: 'solving',
    seconds: Math.max(1, (end - performance.now()) / 1000),
    why: { sentence },
  }));
  // One time for all: it goes on where a worker fails and the page begins again.
  const timer = setTimeout(() => {
    ending.abort();
  }, untilGivenUp);
  const over = new Promise<null>((resolve) => {
    ending.signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
  const solution = await Promise.race([solve(challenge, ending.signal), over]).finally(() => {
    clearTimeout(timer);
  });
  if (solution === null) throw new NotSolved('The proof of work took too long.');
  return { payload: { challenge, solution }, ...proofTimes(challenge.parameters, asked, got) };
}

/**
 * Proofs of work for one thing to send: made ahead while a person answers, and made again when one has expired.
 * @param trap what stands in the honeypot: with it filled in, the server takes the hardest proof alone
 */
export function proofs(purpose: Purpose, trap: () => string) {
  let making: Promise<Proof | Later | Failed> | undefined;
  let told: (() => Working) | undefined;
  let ending = new AbortController();
  const solve = anySolver();
  /** Lets go whoever waits for one. */
  let letGo: (() => void) | undefined;
  const makeOne = () => {
    told = undefined;
    ending = new AbortController();
    return (making = orFailed(
      make(purpose, trap() !== '', solve, ending, (begun) => {
        told = begun;
      }),
    ));
  };

  async function made(): Promise<Proof | Later | Failed> {
    const own = making;
    const ahead = await own;
    const isGood = ahead !== undefined && 'payload' in ahead && performance.now() < ahead.until;
    // Given up meanwhile: whoever asked for it was let go, and another would be made for nobody.
    const isOver = ahead !== undefined && making !== own;
    return isGood || isOver ? ahead : makeOne();
  }

  return {
    /** Begins, unless that was done before. */
    begin: (): void => {
      if (making === undefined) void makeOne();
    },
    /** One that the server takes now, or the reason why there is none yet. @param show tells whoever waits for it */
    get: async (show?: (working: Working) => void): Promise<Payload | Later | Failed> => {
      const since = performance.now();
      const telling = setInterval(() => {
        if (told !== undefined) show?.(told());
      }, tellEvery);
      const gone = new Promise<Later>((resolve) => {
        letGo = () => {
          resolve({ status: 'later', sentence: 'Taken back.' });
        };
      });
      const proof = await Promise.race([made(), gone]).finally(() => {
        clearInterval(telling);
        letGo = undefined;
      });
      if (!('payload' in proof)) return proof;
      if (performance.now() - since >= tellEvery) show?.({ is: 'sending' });
      await wait(Math.max(0, proof.from - performance.now()));
      return proof.payload;
    },
    /** The last one was used or refused, or is not wanted any more. @returns whether somebody waited for it, who is let go */
    spoil: (): boolean => {
      making = undefined;
      ending.abort();
      letGo?.();
      return letGo !== undefined;
    },
  };
}

export type Proofs = ReturnType<typeof proofs>;
