import { setImmediate } from 'node:timers/promises';

/**
 * Makes a queue: each job starts when the one before it has ended, in the order they came.
 *
 * @supabase/lite opens a transaction per request and sets the role in it, yet gives every request the same session of
 * PGlite without a lock (`acquireConnection` in its PGlite dialect). That two requests at once do not run in each other's
 * transaction and role is luck of timing, which nobody promises. Little is lost: PGlite answers one query at a time anyway.
 *
 * Between two jobs the event loop gets its turn. PGlite works without ever leaving the microtask queue, so a long
 * queue would otherwise keep pages, signals and even the reading of waiting requests from happening.
 */
export function oneAtATime(): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(() => setImmediate()).then(job);
    last = result.catch(() => undefined);
    return result;
  };
}
