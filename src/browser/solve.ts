import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { solveChallenge } from 'altcha-lib';
import type { Challenge, Solution } from 'altcha-lib/types';

/** The worker that solves a proof of work: takes a challenge, posts the solution or null, and is ended by the page. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  void solveChallenge({ challenge: data, deriveKey }).then(
    (solution: Solution | null) => {
      postMessage(solution);
    },
    () => {
      postMessage(null);
    },
  );
});
