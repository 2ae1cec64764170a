import type { Given } from '../../../survey/offRoute.ts';
import type { SideId } from '../../../survey/question.ts';
import type { Delivery } from './deliver.ts';
import { loadDeliver } from './loadDeliver.ts';
import { makeResponse, type Response } from './makeResponse.ts';

const patience = 15_000;

export type Sent = Delivery & {
  readonly code: string;
  /** Whether answers were changed after a try that, it turns out, had arrived. */
  readonly changedSince: boolean;
};

/**
 * Sends one response, as often as it takes: the id and the receipt code are made once and serve every try.
 * The code that checks and sends is fetched at the first try; when it cannot be, the server did not reply.
 */
export function sending(side: SideId, instrument: string) {
  let response: Promise<Response> | undefined;
  let firstTry: string | undefined;

  return async (answers: Given): Promise<Sent> => {
    response ??= makeResponse();
    const { id, code, receipt } = await response;
    const text = JSON.stringify(answers);
    const changedSince = firstTry !== undefined && firstTry !== text;
    const submission = { id, side, instrument, receipt, answers };
    const signal = AbortSignal.timeout(patience);
    const gaveUp = new Promise<Delivery>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve({ status: 'no_reply' });
      });
    });
    const tried = loadDeliver()
      .then(({ deliver }) => {
        firstTry ??= text;
        return deliver(submission, signal);
      })
      .catch((): Delivery => ({ status: 'no_reply' }));
    const delivery = await Promise.race([tried, gaveUp]);
    // A refused try left nothing behind that a later one could disagree with.
    if (delivery.status === 'refused') firstTry = undefined;
    return { ...delivery, code, changedSince };
  };
}
