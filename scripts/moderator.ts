import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { connect } from '../src/api/supabase.ts';
import { symbolsOf, writeSymbols } from '../src/receipt/crockford.ts';
import { folders } from './server/folders.ts';
import { portFromEnvironment } from './server/listen.ts';
import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';
import { readSecrets } from './server/secrets.ts';

/**
 * npm run moderator -- <e-mail>: makes a moderator in the database of the site running on this machine, with a password
 * that is shown once; the same again gives a new one. With --remove, they may not moderate any more. On a hosted
 * project accounts are made in its dashboard, so there it prints what to do.
 */

const moderatorsPage = '/moderate/';

/** Symbols of a password: 100 bits. */
const passwordLength = 20;

const usage =
  'Name one e-mail address: npm run moderator -- somebody@example.com (or, to end it, npm run moderator -- --remove somebody@example.com).';

interface Wish {
  readonly email: string;
  readonly remove: boolean;
}

function readWish(): Wish {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { remove: { type: 'boolean', default: false } },
    });
    const [email, ...more] = positionals;
    if (email === undefined || more.length > 0 || !/^[^@\s']+@[^@\s']+$/.test(email))
      throw new PlainError(usage);
    return { email: email.toLowerCase(), remove: values.remove };
  } catch {
    throw new PlainError(usage);
  }
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
        `4. SQL editor: update private.setting set value = '1' where name = 'moderator_second_factor';`,
        `5. Let them sign in on ${moderatorsPage} at once: it asks for a second factor and sets one up where there is none.`,
      ].join('\n');

const answer = z.object({ status: z.enum(['made', 'made_before', 'removed', 'none']) });

const siteAddress = (): string => `http://localhost:${portFromEnvironment()}`;

async function ask(wish: Wish, password: string): Promise<z.infer<typeof answer>['status']> {
  const url = siteAddress();
  const client = connect(url, readSecrets(folders.data).secretKey);
  const { data, error, status }: { data: unknown; error: { message: string } | null; status: number } =
    wish.remove
      ? await client.rpc('remove_moderator', { request: { email: wish.email } })
      : await client.rpc('make_moderator', { request: { email: wish.email, password } });
  if (status === 0)
    throw new PlainError(`Nothing answers at ${url}: start the site with "npm start", then run this again.`);
  if (error !== null)
    throw new PlainError(`The server at ${url} refused with status ${status}: ${error.message}`);
  const said = answer.safeParse(data);
  if (!said.success)
    throw new PlainError(
      `What answers at ${url} is not the database of this site: start it with "npm start".`,
    );
  return said.data.status;
}

await runCommand(async () => {
  const wish = readWish();
  if (process.env.PUBLIC_SUPABASE_URL !== undefined) {
    console.log(steps(wish));
    return;
  }
  const password = newPassword();
  const status = await ask(wish, password);
  if (status === 'none') throw new PlainError(`${wish.email} was no moderator, so nothing was changed.`);
  if (status === 'removed') console.log(`${wish.email} may not moderate any more, from now on.`);
  else
    console.log(
      `${wish.email} may moderate on this machine, at ${siteAddress()}${moderatorsPage}\nPassword, shown this once${status === 'made_before' ? ' and in place of the former one' : ''}: ${password}`,
    );
  console.log(steps(wish));
});
