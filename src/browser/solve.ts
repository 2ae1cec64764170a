import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import type { Challenge, Solution } from 'altcha-lib/types';

/** The worker that solves a proof of work: takes a challenge, posts the solution or null, and is ended by the page. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  // An error of the solver reaches the page as an error of the worker.
  void solveChallenge({ challenge: data, deriveKey }).then((solution: Solution | null) => {
    postMessage(solution);
  }, reportError);
});
