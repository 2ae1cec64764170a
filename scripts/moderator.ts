import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { embeddedKey } from '../src/api/supabaseAddress.ts';
import { date } from '../src/figures/date.ts';
import { symbolsOf, writeSymbols } from '../src/receipt/crockford.ts';
import { openProject, type Project } from './owner/openProject.ts';
import { PlainError } from './server/PlainError.ts';
import { readOptions } from './server/readOptions.ts';
import { runCommand } from './server/runCommand.ts';
import { siteAddress } from './server/siteAddress.ts';

/**
 * npm run moderator -- <e-mail>: makes a moderator in the database of the site running on this machine, with a password
 * that is shown once; the same again gives a new one. On a hosted project accounts are made in its dashboard, so there
 * it prints what to do.
 *   --remove <e-mail>  they may not moderate any more
 *   --list             who may moderate
 *   --feed             the address of a private feed that says when a comment waits, in place of the former one
 */

const moderatorsPage = 'moderate/';

/** Symbols of a password: 100 bits. */
const passwordLength = 20;

interface Wish {
  readonly email: string;
  readonly remove: boolean;
}

/** @throws {PlainError} unless it is one address */
function readWish(words: readonly string[], remove: boolean): Wish {
  const [email, ...more] = words;
  if (email === undefined || more.length > 0 || !/^[^@\s']+@[^@\s']+$/.test(email))
    throw new PlainError(
      `Name one e-mail address: npm run moderator -- ${remove ? '--remove ' : ''}somebody@example.com.`,
    );
  return { email: email.toLowerCase(), remove };
}

const newPassword = (): string => {
  const text = writeSymbols(symbolsOf(randomBytes(passwordLength), passwordLength));
  return text.replaceAll(/(.{5})(?=.)/g, '$1-');
};

const steps = ({ email, remove }: Wish): string =>
  remove
    ? `On a hosted project, run this in its SQL editor: select public.remove_moderator('{"email": "${email}"}');`
    : [
        'On a hosted project:',
        `1. Authentication, Users, Add user: ${email}, with a password. Leave signing up switched off.`,
        `2. SQL editor: select public.make_moderator('{"email": "${email}"}');`,
        '3. Authentication, Multi-Factor: switch on TOTP.',
        '4. Here: npm run settings -- moderator_second_factor=1',
        `5. Let them sign in on /${moderatorsPage} at once: it asks for a second factor and sets one up where there is none.`,
      ].join('\n');

const answer = z.object({ status: z.enum(['made', 'made_before', 'removed', 'none']) });

async function makeOrRemove(wish: Wish): Promise<void> {
  if (process.env.PUBLIC_SUPABASE_URL !== undefined) {
    console.log(steps(wish));
    return;
  }
  const project = openProject();
  const password = newPassword();
  const { email, remove } = wish;
  const { status } = remove
    ? await project.call('remove_moderator', { request: { email } }, answer)
    : await project.call('make_moderator', { request: { email, password } }, answer);
  if (status === 'none') throw new PlainError(`${email} was no moderator, so nothing was changed.`);
  if (status === 'removed') console.log(`${email} may not moderate any more, from now on.`);
  else
    console.log(
      `${email} may moderate on this machine, at ${pageOf(project)}\nPassword, shown this once${status === 'made_before' ? ' and in place of the former one' : ''}: ${password}`,
    );
  console.log(steps(wish));
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
    throw new PlainError('SITE_URL is not set: the feed leads to the page on which moderators read.');
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
  else await makeOrRemove(readWish(positionals, values.remove));
});
