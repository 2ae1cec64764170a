import { sentenceOf } from './foreseeable.ts';
import { PlainError } from './PlainError.ts';
import { readEnvFiles } from './readEnvFiles.ts';
import { siteAddress } from '../build/siteAddress.ts';
import { webAddress } from '../build/webAddress.ts';

/** A character beyond ASCII makes `fetch` throw before it sends anything, which would be told as a project that does not answer. */
function checkKeys(env: NodeJS.ProcessEnv): void {
  for (const name of ['PUBLIC_SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_SECRET_KEY'])
    if (!/^[\x21-\x7e]*$/.test(env[name] ?? ''))
      throw new PlainError(`${name} holds a character that no key has: copy the whole key.`);
}

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
    checkKeys(process.env);
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
