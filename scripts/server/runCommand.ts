import { sentenceOf } from './foreseeable.ts';
import { readEnvFiles } from './readEnvFiles.ts';
import { siteAddress } from './siteAddress.ts';
import { webAddress } from './webAddress.ts';

/**
 * Runs a command's main function, with the settings of the .env files. What can be foreseen is printed as its one sentence and
 * ends the process with exit code 1; anything else is a fault of ours and keeps its stack, because only a developer can
 * act on it.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    readEnvFiles();
    siteAddress(process.env);
    const { PUBLIC_SUPABASE_URL: database } = process.env;
    if (database !== undefined) webAddress('PUBLIC_SUPABASE_URL', database);
    await main();
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
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
