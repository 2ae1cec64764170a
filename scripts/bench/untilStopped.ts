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
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(new PlainError('Stopped before the end; nothing is left behind.'));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // It may be stopped while it opens, when nobody waits for this yet.
  stopped.catch(() => undefined);
  const { work, close } = await open();
  try {
    await Promise.race([stopped, work()]);
  } finally {
    await close();
  }
}
