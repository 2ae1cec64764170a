import type { Challenge } from 'altcha-lib/types';
import { solve } from './solver.ts';

/** The worker that solves a proof of work: says that it is there, takes a challenge, posts the solution or null, and is ended by the page. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  void solve(data).then(postMessage, (error: unknown) => {
    // Outside the promise, so that it reaches the page as an error of the worker.
    setTimeout(() => {
      throw error as Error;
    });
  });
});
postMessage('here');
