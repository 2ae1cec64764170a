import { defect, isLostConnection, type Defect } from '../api/notDone.ts';
import { timeLimit } from './timeLimit.ts';

interface NoReply {
  readonly status: 'no_reply';
}

/**
 * Calls the server with code that is loaded at the first call. No answer within the time limit, and code that cannot be
 * loaded, are no reply; anything else that is thrown is a defect.
 */
export function caller<Calls>(load: () => Promise<Calls>) {
  return async <Answer>(
    ask: (calls: Calls, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | NoReply | Defect> => {
    const signal = timeLimit();
    const expired = new Promise<NoReply>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve({ status: 'no_reply' });
      });
    });
    const asked = load().then(
      (calls): Promise<Answer | NoReply> => ask(calls, signal),
      (error: unknown): NoReply => {
        if (isLostConnection(error)) return { status: 'no_reply' };
        throw error;
      },
    );
    return Promise.race([asked.catch(defect), expired]);
  };
}
