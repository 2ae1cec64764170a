import type { NotDone } from '../../../api/receiptAnswer.ts';
import type * as calling from './calls.ts';

const patience = 15_000;

/**
 * Loads what talks to the server, once it is needed, and calls it. No answer within the time, and code that cannot be
 * fetched, are both no reply.
 */
export async function call<Answer>(
  ask: (calls: typeof calling, signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | NotDone> {
  const signal = AbortSignal.timeout(patience);
  const gaveUp = new Promise<NotDone>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ status: 'no_reply' });
    });
  });
  const asked = import('./calls.ts')
    .then((calls) => ask(calls, signal))
    .catch((): NotDone => ({ status: 'no_reply' }));
  return Promise.race([asked, gaveUp]);
}
