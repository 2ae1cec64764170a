import { callFunction } from './callFunction.ts';
import type { AntiSpam } from './askChallenge.ts';
import { arrival, outcomeOf, type Outcome } from './outcome.ts';
import type { Submission } from '../survey/submission.ts';

/** Sends one response. Idempotent: it is kept once, under its id. */
export const submitResponse = async (
  submission: Submission,
  { proof, trap }: AntiSpam,
  signal: AbortSignal,
): Promise<Outcome> =>
  outcomeOf(await callFunction('submit_response', { submission, proof, trap }, arrival, signal));
