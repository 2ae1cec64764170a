import { localAddress } from '../src/sample/localAddress.ts';
import { committedSample, sampleRespondents } from '../src/sample/sampleRespondents.ts';
import { connect, embeddedKey } from '../src/supabase.ts';
import type { Submission } from '../src/survey/submission.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';

/**
 * npm run sample: sends the made-up respondents to the database of the site running on this machine, one by one and by
 * the public function, as browsers do. Running it again stores nothing twice.
 */

/** Browsers at once. The embedded database answers one after another; more only wait longer. */
const SENDERS = 8;

/** What supabase-js says of a call. */
interface Reply {
  readonly data: unknown;
  readonly error: { readonly message: string } | null;
  /** 0 when nothing answered. */
  readonly status: number;
}

const grouped = new Intl.NumberFormat('en-GB');
const people = (count: number): string =>
  `${grouped.format(count)} made-up ${count === 1 ? 'person' : 'people'}`;

const showProgress = (line: string) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
};

function addressOf(): string {
  const usual = `http://localhost:${portFromEnvironment()}`;
  try {
    return localAddress(process.env.PUBLIC_SUPABASE_URL ?? usual);
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}

async function load(submissions: readonly Submission[], address: string) {
  const client = connect(address, process.env.PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? embeddedKey);
  const count = { stored: 0, stored_before: 0 };

  const send = async (submission: Submission): Promise<void> => {
    const reply: Reply = await client.rpc('submit_response', { submission: { ...submission } });
    const { data, error, status } = reply;
    if (status === 0)
      throw new PlainError(
        `Nothing answers at ${address}: start the site with "npm start", then run this again.`,
      );
    if (error !== null)
      throw new PlainError(
        `The server at ${address} took ${people(count.stored)} and then refused one with status ${status}: ${error.message === '' ? 'it gave no reason.' : error.message}`,
      );
    const said = typeof data === 'object' && data !== null && 'status' in data ? data.status : undefined;
    if (said !== 'stored' && said !== 'stored_before')
      throw new PlainError(
        `What answers at ${address} is not the database of this site: start it with "npm start".`,
      );
    count[said] += 1;
    showProgress(
      `${grouped.format(count.stored + count.stored_before)} of ${people(submissions.length)} sent`,
    );
  };

  const [first, ...others] = submissions;
  const waiting = others.values();
  const sender = async () => {
    for (const submission of waiting) await send(submission);
  };
  try {
    // One goes ahead, so that a server that is not there is asked once.
    if (first !== undefined) await send(first);
    await Promise.all(Array.from({ length: SENDERS }, sender));
  } finally {
    showProgress('');
  }
  return count;
}

await runCommand(async () => {
  const address = addressOf();
  const { stored, stored_before: before } = await load(sampleRespondents(committedSample), address);
  console.log(`Stored ${people(stored)} at ${address}; ${grouped.format(before)} were there before.`);
});
