import type { Challenge, Payload, Solution } from 'altcha-lib/types';
import workerAddress from './solve.ts?worker&url';

/** The part of https://w3c.github.io/trusted-types/ that is needed here; TypeScript does not know it yet. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string };
}

// Astro’s policy for this page names it (astro.config.mjs). It lets through one address, written by the build.
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('survey-worker', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError('This policy is for the worker of the survey.');
    return address;
  },
});

/**
 * Solves a challenge in a worker, so that typing never waits for it.
 * @throws when it cannot be solved, or not within the solver’s own time limit
 */
export function solveInWorker(challenge: Challenge): Promise<Payload> {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  const solved = new Promise<Solution>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => {
      if (data === null) reject(new Error('The challenge has no solution that we found.'));
      else resolve(data);
    });
    worker.addEventListener('error', () => {
      reject(new Error('The worker could not be loaded.'));
    });
  });
  worker.postMessage(challenge);
  return solved
    .then((solution) => ({ challenge, solution }))
    .finally(() => {
      worker.terminate();
    });
}
