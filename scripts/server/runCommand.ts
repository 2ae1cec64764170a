import { PlainError } from './PlainError.ts';
import { readEnvFiles } from './readEnvFiles.ts';

/**
 * Runs a command's main function, with the settings of the .env files. A {@link PlainError} is printed as its one sentence and ends the process with
 * exit code 1; anything else is a fault of ours and keeps its stack, because only a developer can act on it.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  readEnvFiles();
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exit(1);
  }
}

/**
 * Ends the process cleanly, with exit code 0, on Ctrl-C (SIGINT) and SIGTERM. A second Ctrl-C ends it at once.
 * @param close what has to be finished first
 */
export function stopOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
