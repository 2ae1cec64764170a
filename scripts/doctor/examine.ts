import type { z } from 'zod';
import { source } from '../instrument/ours.ts';
import { settings as settingsAnswer, status as statusAnswer } from '../owner/answers.ts';
import { asking, isRefused, rpc, type Ask } from './asking.ts';
import { visitorsAreToldApart } from './clientAddress.ts';
import {
  databaseIsOfThisCode,
  functionsAreAsListed,
  granted,
  migrationsAreFrozen,
  nobodySignsUp,
  tablesAreShut,
} from './database.ts';
import {
  controllerFilledIn,
  databaseAddressIsPublic,
  hostsFilledIn,
  isSecretKey,
  keyIsPublishable,
  openingDayIsSaid,
  publishableKeyIn,
  siteAddressIsPublic,
  versionsAreAsFrozen,
  type Plan,
} from './facts.ts';
import { notSeen, ok, toDo, type Finding, type Outcome } from './finding.ts';
import {
  backupsAreAsPromised,
  databaseSaysTheSame,
  feedsLeadToSite,
  maintenanceIsScheduled,
  secondFactorIsAsked,
} from './ownerSettings.ts';
import { keptFromOthers, keptOutOfGit, keptOutOfSite } from './secretKeys.ts';

type Lines = Readonly<Record<string, Outcome>>;

/** Asks one of the owner’s functions; nothing where the answer is another’s. */
async function read<Schema extends z.ZodType>(
  ask: Ask,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const parsed = schema.safeParse((await ask(rpc(name))).body);
  return parsed.success ? parsed.data : undefined;
}

/** The lines that take the secret key. */
async function asOwner(ask: Ask | undefined, why: string, plan: Plan, now: Date): Promise<Lines> {
  const unread = notSeen(`Not seen: ${why}.`);
  const settings = ask && (await read(ask, 'settings', settingsAnswer));
  const status = ask && (await read(ask, 'status', statusAnswer));
  const byName = settings && new Map(settings.map(({ name, value }) => [name, value]));
  const header = byName?.get('client_address_header');
  return {
    Maintenance: status ? maintenanceIsScheduled(status) : unread,
    'Limits per visitor': ask && header !== undefined ? await visitorsAreToldApart(ask, header) : unread,
    'Second factor': byName ? secondFactorIsAsked(byName) : unread,
    Backups: status ? backupsAreAsPromised(plan.controller, status, now) : unread,
    Name: byName ? databaseSaysTheSame(byName) : unread,
    'Feed links': byName ? feedsLeadToSite(byName, plan.env) : unread,
  };
}

interface Owner {
  readonly ask?: Ask;
  /** Why there is none to ask as. */
  readonly why: string;
  readonly line: Outcome;
}

async function ownerOf(url: string, key: string | undefined): Promise<Owner> {
  if (key === undefined || key === '') {
    const why = 'SUPABASE_SECRET_KEY is not set here, and the project tells its owner alone';
    return { why, line: notSeen(`Not seen: ${why}.`) };
  }
  const ask = asking(url, key);
  const why = 'the project does not answer its owner as this code expects';
  if (!isSecretKey(key) || isRefused(await ask(rpc('status'))))
    return {
      why,
      line: toDo(
        `Copy the secret key of that very project into SUPABASE_SECRET_KEY: ${url} does not take the one that is there.`,
      ),
    };
  return { ask, why, line: ok('The project takes it.') };
}

/** The lines about the database. */
async function database(plan: Plan, now: Date): Promise<Lines> {
  const { PUBLIC_SUPABASE_URL: address, SUPABASE_SECRET_KEY: secretKey } = plan.env;
  const key = publishableKeyIn(plan);
  if (address === undefined || key === undefined)
    return {
      'Database version': notSeen('Not seen: it takes the address of a database and a publishable key.'),
    };
  const url = new URL(address).origin;
  const ask = asking(url, key);
  const version = await ask(rpc('database_version'));
  const line = { 'Database version': databaseIsOfThisCode(version, url, plan.root) };
  const isSilent = version.status === 0 || version.status >= 500 || isRefused(version);
  if (isSilent) return line;
  const owner = await ownerOf(url, secretKey);
  const rights = owner.ask && (await read(owner.ask, 'granted', granted));
  return {
    ...line,
    'Sign-up': await nobodySignsUp(ask),
    Tables: await tablesAreShut(ask, plan.root, rights),
    Functions: await functionsAreAsListed(ask, rights),
    'Secret key': owner.line,
    ...(await asOwner(owner.ask, owner.why, plan, now)),
  };
}

/**
 * Looks at everything that would be untrue or unsafe in public: at what the pages would say, at the keys, and at the
 * database as a visitor and, with the secret key, as its owner. Changes nothing.
 */
export async function examine(plan: Plan, now = new Date()): Promise<readonly Finding[]> {
  const lines: Lines = {
    Controller: controllerFilledIn(plan),
    Hosts: hostsFilledIn(plan),
    'Opening day': openingDayIsSaid(plan, now.toISOString().slice(0, 10)),
    'Site address': siteAddressIsPublic(plan),
    'Database address': databaseAddressIsPublic(plan),
    'Publishable key': keyIsPublishable(plan),
    'Keys in git': keptOutOfGit(plan),
    'Keys in .env': keptFromOthers(plan),
    ...(plan.dist === undefined ? {} : { 'Keys in the site': keptOutOfSite(plan.dist, plan.env) }),
    Versions: versionsAreAsFrozen(source),
    Migrations: migrationsAreFrozen(plan.root),
    ...(await database(plan, now)),
  };
  return Object.entries(lines).map(([about, outcome]) => ({ about, ...outcome }));
}
