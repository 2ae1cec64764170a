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
export async function inTime<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  limit = patience,
): Promise<Result> {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooLong());
      ending.abort();
    }, limit);
  });
  try {
    return await Promise.race([work(ending.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}
