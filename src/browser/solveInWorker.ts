import type { Challenge, Solution } from 'altcha-lib/types';
import { inTime } from './inTime.ts';
import { untilHere, untilSolved } from './proofTimes.ts';
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
    if (address !== workerAddress) throw new TypeError(address);
    return address;
  },
});

/** The next message of a worker. @throws when it fails, or cannot be loaded */
const messageOf = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
  });

/**
 * Solves a challenge in a worker, so that typing never waits for it; null when that takes too long.
 * @param signal ends the worker
 * @throws when there is no worker, or it fails, is stopped from loading, or does not answer
 */
export async function solveInWorker(challenge: Challenge, signal: AbortSignal): Promise<Solution | null> {
  if (signal.aborted) throw new Error();
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
  signal.addEventListener('abort', () => {
    worker.terminate();
  });
  try {
    await inTime(() => messageOf(worker), untilHere);
    const solved = inTime(() => messageOf(worker), untilSolved);
    worker.postMessage(challenge);
    return (await solved) as Solution | null;
  } finally {
    worker.terminate();
  }
}
