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
 * Solves a challenge in a worker, so that typing never waits for it. Null when the worker could not be loaded, or found
 * no solution within the solver’s own time limit.
 * @throws when the solver fails
 */
export function solveInWorker(challenge: Challenge): Promise<Payload | null> {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  const solved = new Promise<Solution | null>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Solution | null>) => {
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      // Code that fails gives an ErrorEvent; a worker that cannot be loaded gives a plain event.
      if (event instanceof ErrorEvent) reject(new Error(`The solver failed: ${event.message}`));
      else resolve(null);
    });
  });
  worker.postMessage(challenge);
  return solved
    .then((solution) => (solution === null ? null : { challenge, solution }))
    .finally(() => {
      worker.terminate();
    });
}
