import { z } from 'zod';
import { isLoopback } from '../src/address.ts';
import { committedSample, sampleRespondents, sampleScreenedOut } from '../src/sample/sampleRespondents.ts';
import type { Submission } from '../src/survey/submission.ts';
import { openProject, type Project } from './owner/openProject.ts';
import { number } from './owner/plural.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

/**
 * npm run sample: loads the made-up respondents into the database of the site running on this machine, with its secret
 * key: the public function refuses so many from one address. Idempotent: running it again stores nothing twice.
 */

/** People in one call: about 25 kB, well under what the embedded server takes. */
const BATCH = 25;

const people = (count: number): string => `${number(count)} made-up ${count === 1 ? 'person' : 'people'}`;

const showProgress = (line: string) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
};

/** @throws {PlainError} when PUBLIC_SUPABASE_URL leads away from this machine: a real project must never hold made-up answers */
function refuseElsewhere({ PUBLIC_SUPABASE_URL: address }: NodeJS.ProcessEnv): void {
  if (address === undefined || isLoopback(new URL(address))) return;
  throw new PlainError(
    `Made-up answers only ever go to a database on this machine, and PUBLIC_SUPABASE_URL leads to ${new URL(address).host}: unset it to fill the local one.`,
  );
}

const counts = z.strictObject({ stored: z.number(), stored_before: z.number() });

async function load(submissions: readonly Submission[], { call }: Project) {
  const count = { stored: 0, stored_before: 0 };
  for (let from = 0; from < submissions.length; from += BATCH) {
    const batch = submissions.slice(from, from + BATCH);
    const request = { submissions: batch, screened_out: sampleScreenedOut };
    const said = await call('load_sample', { request }, counts);
    count.stored += said.stored;
    count.stored_before += said.stored_before;
    showProgress(`${number(from + batch.length)} of ${people(submissions.length)} sent`);
  }
  showProgress('');
  return count;
}

await runCommand(async () => {
  readOptions('npm run sample', {});
  refuseElsewhere(process.env);
  const project = openProject();
  const { stored, stored_before: before } = await load(sampleRespondents(committedSample), project);
  console.log(`Stored ${people(stored)} at ${project.url}; ${number(before)} were there before.`);
});
