import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { embeddedKey } from '../src/api/supabaseAddress.ts';
import { date } from '../src/figures/date.ts';
import { symbolsOf, writeSymbols } from '../src/receipt/crockford.ts';
import { openProject, type Project } from './owner/openProject.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';
import { siteAddress } from './build/siteAddress.ts';

/**
 * npm run moderator -- <e-mail>: makes a moderator of the site running on this machine, or of the hosted project that the
 * environment names, with a password that is shown once. On this machine the same again gives a new one.
 *   --remove <e-mail>  they may not moderate any more
 *   --list             who may moderate
 *   --feed             the address of a private feed that says when a comment waits, in place of the former one
 */

const moderatorsPage = 'moderate/';

/** Symbols of a password: 100 bits. */
const passwordLength = 20;

/** @throws {PlainError} unless it is one address */
function readAddress(words: readonly string[], isRemoved: boolean): string {
  const [email, ...more] = words;
  if (email === undefined || more.length > 0 || !/^[^@\s']+@[^@\s']+$/.test(email))
    throw new PlainError(
      `Name one e-mail address: npm run moderator -- ${isRemoved ? '--remove ' : ''}somebody@example.com.`,
    );
  return email.toLowerCase();
}

const newPassword = (): string => {
  const text = writeSymbols(symbolsOf(randomBytes(passwordLength), passwordLength));
  return text.replaceAll(/(.{5})(?=.)/g, '$1-');
};

const answer = z.object({ status: z.enum(['made', 'made_before', 'removed', 'none']) });

async function remove({ call }: Project, email: string): Promise<void> {
  const { status } = await call('remove_moderator', { request: { email } }, answer);
  if (status === 'none') throw new PlainError(`${email} was no moderator, so nothing was changed.`);
  console.log(`${email} may not moderate any more, from now on.`);
}

/** On this machine the database keeps the accounts. */
async function makeHere(project: Project, email: string): Promise<void> {
  const password = newPassword();
  const { status } = await project.call('make_moderator', { request: { email, password } }, answer);
  const former = status === 'made_before' ? ' and in place of the former one' : '';
  console.log(
    `${email} may moderate on this machine, at ${pageOf(project)}\nPassword, shown this once${former}: ${password}`,
  );
}

/** On a hosted project its own service keeps them; a password that somebody has there stays as it is. */
async function makeThere(project: Project, email: string): Promise<void> {
  const page = pageOf(project);
  const password = newPassword();
  const isNew = await project.makeAccount(email, password);
  await project.call('make_moderator', { request: { email } }, answer);
  console.log(
    [
      `${email} may moderate at ${page}`,
      isNew
        ? `Password, shown this once: ${password}`
        : 'There was an account before, whose password and second factor stay. Who lost one of them: delete that user in the dashboard of the project (Authentication, Users) and run this again, for a new password and no second factor.',
      'With "npm run settings -- moderator_second_factor=1" nobody moderates with a password alone; who signs in first sets the second factor up.',
    ].join('\n'),
  );
}

const moderators = z.array(z.strictObject({ email: z.string(), added_on: z.iso.date() }));

async function list({ call }: Project): Promise<void> {
  const all = await call('moderators', {}, moderators);
  for (const { email, added_on } of all) console.log(`${email}, since ${date(added_on)}`);
  if (all.length === 0)
    console.log('Nobody may moderate yet: npm run moderator -- somebody@example.com changes that.');
}

/** @throws {PlainError} when the environment does not say where the site or what its key is */
function pageOf({ url, embedded }: Project): string {
  if (!embedded && process.env.SITE_URL === undefined)
    throw new PlainError('SITE_URL is not set: it says where the page is on which moderators read.');
  const site = siteAddress(process.env);
  return new URL(moderatorsPage, embedded ? new URL(site.pathname, url) : site).href;
}

function publicKey({ embedded }: Project): string {
  const key = embedded ? embeddedKey : process.env.PUBLIC_SUPABASE_PUBLISHABLE_KEY;
  if (key === undefined)
    throw new PlainError(
      'PUBLIC_SUPABASE_PUBLISHABLE_KEY is not set: a reader of feeds needs it to be let in.',
    );
  return key;
}

async function makeFeed(project: Project): Promise<void> {
  const [page, apikey] = [pageOf(project), publicKey(project)];
  const { token } = await project.call('renew_waiting_feed', { page }, z.strictObject({ token: z.string() }));
  const address = `${project.url}/rest/v1/rpc/waiting_feed?${new URLSearchParams({ token, apikey }).toString()}`;
  console.log(
    `Follow this address in a reader of feeds. It says how many comments wait and since when, without a word of them.\nWhoever has it can read that; it is shown this once and ends when you ask for another:\n${address}`,
  );
}

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = readOptions(
    'npm run moderator',
    { remove: flag, list: flag, feed: flag },
    'and an e-mail address',
  );
  if (values.list) await list(openProject());
  else if (values.feed) await makeFeed(openProject());
  else {
    const email = readAddress(positionals, values.remove);
    const project = openProject();
    const act = values.remove ? remove : project.embedded ? makeHere : makeThere;
    await act(project, email);
  }
});
