import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import type { Challenge, Solution } from 'altcha-lib/types';

/** Milliseconds that a device may take. */
export const longest = 90_000;

/** Solves a proof of work, hash by hash, with a pause for everything else in between; null when it takes too long. */
export const solve = (challenge: Challenge): Promise<Solution | null> =>
  solveChallenge({ challenge, deriveKey, timeout: longest });
