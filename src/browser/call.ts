import { attempt } from './attempt.ts';
import type { Failed } from './cause.ts';

/** Calls the server with code that is loaded at the first call. */
export const caller =
  <Calls>(load: () => Promise<Calls>) =>
  <Answer>(ask: (calls: Calls, signal: AbortSignal) => Promise<Answer>): Promise<Answer | Failed> =>
    attempt(async (signal) => ask(await load(), signal));
