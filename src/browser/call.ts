import { attempt } from './attempt.ts';
import type { Failed } from './cause.ts';
import { retriable } from './retriable.ts';

/** Calls the server with code that is loaded at the first call. */
export function caller<Calls>(load: () => Promise<Calls>) {
  const tryToLoad = retriable(load);
  return <Answer>(ask: (calls: Calls, signal: AbortSignal) => Promise<Answer>): Promise<Answer | Failed> =>
    attempt(async (signal) => ask(await tryToLoad(), signal));
}
