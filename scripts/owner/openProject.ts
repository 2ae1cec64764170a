import { z } from 'zod';
import { connect } from '../../src/api/supabase.ts';
import { folders } from '../command/folders.ts';
import { portFromEnvironment } from '../server/listen.ts';
import { PlainError } from '../command/PlainError.ts';
import { readSecrets } from '../server/secrets.ts';

/** The database that a command speaks to, with the secret key. */
export interface Project {
  readonly url: string;
  /** True for the site running on this machine, false for a Supabase project. */
  readonly embedded: boolean;
  /**
   * Calls a function and reads its answer.
   * @throws {PlainError} when nobody answers, somebody else does, or the answer is a refusal
   */
  readonly call: <Answer>(
    name: string,
    args: Readonly<Record<string, unknown>>,
    schema: z.core.$ZodType<Answer>,
  ) => Promise<Answer>;
  /**
   * Makes an account of a hosted project, which the service beside the database keeps.
   * @returns false where there is one with this address
   * @throws {PlainError} like `call`
   */
  readonly makeAccount: (email: string, password: string) => Promise<boolean>;
}

interface Reply {
  readonly data: unknown;
  readonly error: { readonly message: string; readonly code?: string } | null;
  /** 0 when there was no response. */
  readonly status: number;
}

interface Place {
  readonly url: string;
  readonly embedded: boolean;
  readonly secretKey: string;
}

function placeFromEnvironment(): Place {
  const address = process.env.PUBLIC_SUPABASE_URL;
  if (address === undefined)
    return {
      url: `http://localhost:${portFromEnvironment()}`,
      embedded: true,
      secretKey: readSecrets(folders.data).secretKey,
    };
  const url = new URL(address).origin;
  const secretKey = process.env.SUPABASE_SECRET_KEY;
  if (secretKey === undefined || secretKey === '')
    throw new PlainError(
      `SUPABASE_SECRET_KEY is not set, and ${url} tells its owner alone: copy the secret key from the project’s API settings into .env.`,
    );
  return { url, embedded: false, secretKey };
}

/** How to name the port; only a site on this machine has one to choose. */
const namePort = 'PORT=4322 npm run …, with the port that "npm start" printed';

function silence({ url, embedded }: Place): string {
  return embedded
    ? `Nothing answers at ${url}: start the site with "npm start", then run this again. If it runs on another port, name it: ${namePort}.`
    : `Nothing answers at ${url}: see whether PUBLIC_SUPABASE_URL is the address of your project, and whether it is awake.`;
}

function stranger({ url, embedded }: Place): string {
  return embedded
    ? `What answers at ${url} is not the site of this folder, because it does not know the key in ${folders.data}: name the port of yours, ${namePort}.`
    : `${url} does not take SUPABASE_SECRET_KEY: copy the secret key of that very project.`;
}

function older({ url, embedded }: Place, name: string): string {
  return embedded
    ? `The site at ${url} knows no function “${name}”: it was started with other code, so stop it and start it again with "npm start".`
    : `The database at ${url} knows no function “${name}”: run the migrations there first, with "npm run supabase -- db push --remote".`;
}

/** Our own refusals are sentences; their codes are in small letters, those of PostgREST and PostgreSQL have digits. */
const isOurs = (code: string | undefined): boolean => code !== undefined && /^[a-z_]+$/.test(code);

function refusal(place: Place, name: string, { error, status }: Reply): string | undefined {
  if (status === 0) return silence(place);
  if (error === null) return undefined;
  if (isOurs(error.code)) return error.message;
  if (status === 401 || status === 403) return stranger(place);
  if (status === 404) return older(place, name);
  return `${place.url} refused ${name} with status ${status}: ${error.message === '' ? 'it gave no reason.' : error.message}`;
}

/**
 * The database that the environment names, or that of the site running on this machine.
 * @throws {PlainError} when a key is missing
 */
export function openProject(): Project {
  const place = placeFromEnvironment();
  const client = connect(place.url, place.secretKey);
  return {
    url: place.url,
    embedded: place.embedded,
    call: async (name, args, schema) => {
      const reply: Reply = await client.rpc(name, { ...args });
      const problem = refusal(place, name, reply);
      if (problem !== undefined) throw new PlainError(problem);
      const parsed = z.safeParse(schema, reply.data);
      if (!parsed.success)
        throw new PlainError(
          `What ${place.url} answers to “${name}” is not what this version expects: another program is there, or a database with other migrations.`,
        );
      return parsed.data;
    },
    makeAccount: async (email, password) => {
      // Nobody has to answer a mail: the owner vouches for the address.
      const { error } = await client.auth.admin.createUser({ email, password, email_confirm: true });
      if (error === null) return true;
      if (error.code === 'email_exists') return false;
      const { message, status = 0 } = error;
      throw new PlainError(
        refusal(place, 'admin/users', { data: null, error: { message }, status }) ?? message,
      );
    },
  };
}
