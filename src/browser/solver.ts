import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import type { Challenge, Solution } from 'altcha-lib/types';

/** Milliseconds that a device may take. */
export const longest = 90_000;

/**
 * Solves a proof of work, hash by hash, with a pause for everything else in between; null when it takes too long.
 * @param signal ends it
 */
export function solve(challenge: Challenge, signal?: AbortSignal): Promise<Solution | null> {
  const controller = new AbortController();
  signal?.addEventListener('abort', () => {
    controller.abort();
  });
  return solveChallenge({ challenge, deriveKey, timeout: longest, controller });
}
