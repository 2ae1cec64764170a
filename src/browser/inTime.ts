import { NoReply } from '../api/notDone.ts';

/** Something did not answer in its time. */
export class TooLong extends NoReply {}

/** Milliseconds that a person waits for one answer. */
export const patience = 15_000;

/**
 * What some work comes to, unless that takes too long; then what can be ended by its signal is ended. The time is that of
 * timers, which no change of the device’s clock reaches (https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html).
 * @param limit in milliseconds
 * @throws TooLong
 */
export const inTime = <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  limit = patience,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const ending = new AbortController();
    const timer = setTimeout(() => {
      reject(new TooLong());
      ending.abort();
    }, limit);
    // What is thrown at once rejects, too.
    work(ending.signal)
      .finally(() => {
        clearTimeout(timer);
      })
      .then(resolve, reject);
  });
