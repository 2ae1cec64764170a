import { isLoopback } from '../../src/address.ts';
import { placeholder, type ControllerFacts } from '../../src/controller.ts';
import { isDemonstration, namesHost } from '../../src/release/demonstration.ts';
import { changedVersions } from '../instrument/frozen.ts';
import type { Source } from '../instrument/source.ts';
import { ok, toDo, type Outcome } from './finding.ts';

/** What is to be published, and with which settings. */
export interface Plan {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly controller: ControllerFacts;
  /** The checkout. */
  readonly root: string;
  /** The built site, where there is one to look at. */
  readonly dist?: string;
}

const words = new Intl.ListFormat('en-GB');

/** Names that belong to nobody: https://www.rfc-editor.org/rfc/rfc2606 */
const reserved = /(^|[@.])(example(\.(com|net|org))?|test|invalid)$/;

export function controllerFilledIn({ controller }: Pick<Plan, 'controller'>): Outcome {
  const fields = ['name', 'contact', 'funding', 'interests'] as const;
  const open = fields.filter(
    (field) =>
      controller[field] === placeholder[field] || (field === 'contact' && reserved.test(controller[field])),
  );
  return open.length === 0
    ? ok(`${controller.name} answers for the data, at ${controller.contact}.`)
    : toDo(
        `Fill in ${words.format(open)} in src/controller.ts: ${open.length === 1 ? 'it is a placeholder' : 'they are placeholders'}, and the privacy page and the consent would print ${open.length === 1 ? 'it' : 'them'}.`,
      );
}

/** @param day that the pages or the data package are of, as 2026-12-01 */
export function openingDayIsSaid({ controller: { opened } }: Pick<Plan, 'controller'>, day: string): Outcome {
  if (opened === undefined)
    return toDo(
      `Fill in opened in src/controller.ts, the day on which the survey opens to the public, such as ${day}: the method and the data packages name it.`,
    );
  return opened > day
    ? toDo(
        `Build on the day on which the survey opens: ${opened} is still to come (opened in src/controller.ts), and the method and the data packages would say that it has; where it opens today, write ${day}.`,
      )
    : ok(`The survey opened on ${opened}.`);
}

/** Of what was changed after the freeze the database and the registration know nothing. */
export function versionsAreAsFrozen(source: Source): Outcome {
  const changed = changedVersions(source);
  return changed.length === 0
    ? ok('People are asked and told what the version says that their answers name.')
    : toDo(changed.join(' '));
}

export function hostsFilledIn({ controller }: Plan): Outcome {
  const open = (['pagesHost', 'databaseHost'] as const).filter(
    (field) => controller[field].name === placeholder.host.name,
  );
  if (open.length > 0)
    return toDo(
      `Fill in ${words.format(open)} in src/controller.ts: the privacy page would say “${placeholder.host.name}”.`,
    );
  const { pagesHost, databaseHost, transfers } = controller;
  return transfers === placeholder.transfers && pagesHost.country !== databaseHost.country
    ? toDo(
        `Say in transfers of src/controller.ts what goes to another country, and on what ground: the pages are kept in ${pagesHost.country} and the answers in ${databaseHost.country}, and the privacy page would say “${transfers}”`,
      )
    : ok(`The pages are kept by ${pagesHost.name}, the answers by ${databaseHost.name}.`);
}

export function siteAddressIsPublic({ env: { SITE_URL } }: Plan): Outcome {
  if (SITE_URL === undefined)
    return toDo(
      'Set SITE_URL in .env to the address of the published site: cards, feeds and data packages name it.',
    );
  const address = new URL(SITE_URL);
  if (address.protocol !== 'https:')
    return toDo(
      `Write SITE_URL with https:// (it is ${SITE_URL}): without TLS others on the way could read receipts and change the survey.`,
    );
  return isLoopback(address) || reserved.test(address.hostname)
    ? toDo(`Set SITE_URL to the address of the published site: nobody else can open ${SITE_URL}.`)
    : ok(`The site is published at ${SITE_URL}.`);
}

/** Whether a key may do everything: a new one by its name, a former one by the role in its token. */
export function isSecretKey(key: string): boolean {
  if (key.startsWith('sb_secret_')) return true;
  const [, claims] = /^eyJ[\w-]*\.([\w-]+)\.[\w-]*$/.exec(key) ?? [];
  return claims !== undefined && Buffer.from(claims, 'base64url').toString().includes('"service_role"');
}

export function databaseAddressIsPublic({ env: { PUBLIC_SUPABASE_URL: url } }: Plan): Outcome {
  if (url === undefined)
    return toDo(
      'Set PUBLIC_SUPABASE_URL in .env to the address of your Supabase project: no host of static files takes answers.',
    );
  const address = new URL(url);
  if (isLoopback(address))
    return toDo(
      `Set PUBLIC_SUPABASE_URL to the address of your Supabase project: ${url} is this machine, which no visitor reaches.`,
    );
  return address.protocol === 'https:'
    ? ok(`The pages send answers to ${address.origin}.`)
    : toDo(`Write PUBLIC_SUPABASE_URL with https:// (it is ${url}): answers would travel in the clear.`);
}

/** The key that the pages may carry, or nothing. */
export function publishableKeyIn({
  env: { PUBLIC_SUPABASE_PUBLISHABLE_KEY: key },
}: Plan): string | undefined {
  return key === undefined || key === '' || isSecretKey(key) ? undefined : key;
}

export function keyIsPublishable(plan: Plan): Outcome {
  if (publishableKeyIn(plan) !== undefined) return ok('The pages carry a publishable key.');
  const { PUBLIC_SUPABASE_PUBLISHABLE_KEY: key = '' } = plan.env;
  return key === ''
    ? toDo(
        'Set PUBLIC_SUPABASE_PUBLISHABLE_KEY in .env, as "npm run supabase -- projects api-keys" prints it: without it the project refuses every answer.',
      )
    : toDo(
        'Put the publishable key into PUBLIC_SUPABASE_PUBLISHABLE_KEY and replace the secret key that is there now in the dashboard: every visitor would get it.',
      );
}

/** Whether a build is for everybody: for a host that others reach, and no demonstration with made-up numbers. */
export const isPublicBuild = (env: Plan['env']): boolean =>
  namesHost(env) &&
  !isDemonstration(env) &&
  (env.SITE_URL === undefined || !isLoopback(new URL(env.SITE_URL)));
