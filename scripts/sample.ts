import { z } from 'zod';
import { localAddress } from '../src/sample/localAddress.ts';
import { committedSample, sampleRespondents, sampleScreenedOut } from '../src/sample/sampleRespondents.ts';
import { connect } from '../src/api/supabase.ts';
import type { Submission } from '../src/survey/submission.ts';
import { folders } from './server/folders.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';
import { readSecrets } from './server/secrets.ts';

/**
 * npm run sample: loads the made-up respondents into the database of the site running on this machine, with its secret
 * key: the public function refuses so many from one address. Idempotent: running it again stores nothing twice.
 */

/** People in one call: about 25 kB, well under what the embedded server takes. */
const BATCH = 25;

/** What supabase-js returns. */
interface Reply {
  readonly data: unknown;
  readonly error: { readonly message: string } | null;
  /** 0 when there was no response. */
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

/** The secret key of the database there: the embedded one's own, or that of a Supabase started on this machine. */
function secretKey(): string {
  if (process.env.PUBLIC_SUPABASE_URL === undefined) return readSecrets(folders.data).secretKey;
  const key = process.env.SUPABASE_SECRET_KEY;
  if (key === undefined)
    throw new PlainError(
      'SUPABASE_SECRET_KEY is not set: made-up people are loaded with the secret key alone.',
    );
  return key;
}

const counts = z.strictObject({ stored: z.number(), stored_before: z.number() });

async function load(submissions: readonly Submission[], address: string, key: string) {
  const client = connect(address, key);
  const count = { stored: 0, stored_before: 0 };
  for (let from = 0; from < submissions.length; from += BATCH) {
    const batch = submissions.slice(from, from + BATCH).map((submission) => ({ ...submission }));
    const reply: Reply = await client.rpc('load_sample', {
      request: { submissions: batch, screened_out: sampleScreenedOut },
    });
    const { data, error, status } = reply;
    if (status === 0)
      throw new PlainError(
        `Nothing answers at ${address}: start the site with "npm start", then run this again.`,
      );
    if (error !== null)
      throw new PlainError(
        `The server at ${address} took ${people(count.stored)} and then refused with status ${status}: ${error.message === '' ? 'it gave no reason.' : error.message}`,
      );
    const said = counts.safeParse(data);
    if (!said.success)
      throw new PlainError(
        `What answers at ${address} is not the database of this site: start it with "npm start".`,
      );
    count.stored += said.data.stored;
    count.stored_before += said.data.stored_before;
    showProgress(`${grouped.format(from + batch.length)} of ${people(submissions.length)} sent`);
  }
  showProgress('');
  return count;
}

await runCommand(async () => {
  const address = addressOf();
  const { stored, stored_before: before } = await load(
    sampleRespondents(committedSample),
    address,
    secretKey(),
  );
  console.log(`Stored ${people(stored)} at ${address}; ${grouped.format(before)} were there before.`);
});
