import { setImmediate as nextTurn } from 'node:timers/promises';
import { PlainError } from '../../scripts/command/PlainError.ts';

/** What was opened to be measured, and how it goes away again. */
interface Opened<Result> {
  readonly work: () => Promise<Result>;
  readonly close: () => Promise<void>;
}

/**
 * Opens something, works with it and closes it, also when the work fails or is stopped by Ctrl-C (SIGINT) or SIGTERM.
 * @returns what the work found
 * @throws {PlainError} when it was stopped; else what the work threw
 */
export async function untilStopped<Result>(open: () => Promise<Opened<Result>>): Promise<Result> {
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
    return Promise.race([stopped, Promise.reject<Opened<Result>>(error as Error)]);
  });
  try {
    return await Promise.race([stopped, work()]);
  } finally {
    await close();
  }
}
