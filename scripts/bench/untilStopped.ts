import { setImmediate as nextTurn } from 'node:timers/promises';
import { PlainError } from '../server/PlainError.ts';

/** What was opened to be measured, and how it goes away again. */
interface Opened {
  readonly work: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens something, works with it and closes it, also when the work fails or is stopped by Ctrl-C (SIGINT) or SIGTERM.
 * @throws {PlainError} when it was stopped; else what the work threw
 */
export async function untilStopped(open: () => Promise<Opened>): Promise<void> {
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop(new PlainError('Stopped before the end; nothing is left behind.'));
    });
  // Avoids an unhandled rejection when it is stopped while opening, before this promise is awaited.
  stopped.catch(() => undefined);
  const { work, close } = await open().catch(async (error: unknown) => {
    // Ctrl-C reaches a program that was being started before it is heard of here.
    await nextTurn();
    return Promise.race([stopped, Promise.reject<Opened>(error as Error)]);
  });
  try {
    await Promise.race([stopped, work()]);
  } finally {
    await close();
  }
}
