import '../command/noTelemetry.ts';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { PgliteConnection } from '@supabase/lite/pglite';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { apiHandler } from './apiHandler.ts';
import { bringUpToDate } from './bringUpToDate.ts';
import { folders } from '../command/folders.ts';
import { housekeeping } from './housekeeping.ts';
import { lockDataFolder } from './lockDataFolder.ts';
import { notices } from './notices.ts';
import { PlainError } from '../command/PlainError.ts';
import { readSupabaseConfig } from './readSupabaseConfig.ts';
import { ensureSecrets } from './secrets.ts';
import { isSignIn, signInLimit, tooManySignIns } from './signInLimit.ts';
import { siteSettings } from './siteSettings.ts';

/** A Supabase inside this process: PostgREST's and GoTrue's addresses over a PostgreSQL in WebAssembly. */
export interface EmbeddedSupabase {
  /** Answers a request for /rest/v1/… or /auth/v1/…; never throws. */
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
  publishableKey: string;
  secretKey: string;
  /** Lines for the person who starts it: what was done to the database before, and whether pages use another one. */
  said: readonly string[];
  /** Waits for the request in hand, closes the database and gives the data folder free. */
  close: () => Promise<void>;
}

/** lite switches roles only when some table has row level security; without one, every request would run as the owner. */
async function requireRowLevelSecurity({ driver }: PgliteConnection): Promise<void> {
  const { rows } = await driver.query('select from pg_class where relrowsecurity limit 1');
  if (rows.length > 0) return;
  throw new PlainError(
    'No table of supabase/migrations has row level security, and without it every visitor would act as the owner of the database: add a migration with "enable row level security".',
  );
}

/** The address lets one think that what is sent from a site of this machine stays on it. */
function saidOfPages({ PUBLIC_SUPABASE_URL: project }: NodeJS.ProcessEnv): readonly string[] {
  if (project === undefined) return [];
  return [
    `The pages send answers and comments to ${new URL(project).origin}, as PUBLIC_SUPABASE_URL says, and not to the database of this machine.`,
  ];
}

/** A test may bring migrations of its own, which have no settings and keep nothing that has to be forgotten. */
async function isOurs({ driver }: PgliteConnection): Promise<boolean> {
  const { rows } = await driver.query("select where to_regprocedure('private.maintenance()') is not null");
  return rows.length > 0;
}

/**
 * Makes a queue (a mutex): each job starts when the one before it has ended, in the order they came.
 *
 * @supabase/lite opens a transaction per request and sets the role in it, yet gives every request the same session of
 * PGlite without a lock (`acquireConnection` in its PGlite dialect). Two requests at once could run in each other's transaction and
 * role (a race condition). The queue costs little: PGlite answers one query at a time anyway.
 *
 * Between two jobs the event loop gets its turn. PGlite works without ever leaving the microtask queue, so a long
 * queue would otherwise keep pages, signals and even the reading of waiting requests from happening.
 */
function oneAtATime(): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(() => setImmediate()).then(job);
    last = result.catch(() => undefined);
    return result;
  };
}

/**
 * Opens the embedded Supabase on a data folder, making it on the first start and bringing it up to date with the
 * migrations.
 * @throws {PlainError} when another process has the folder, or the migrations do not fit it
 */
export async function openEmbeddedSupabase(
  dataDir: string,
  migrationsDir = folders.migrations,
): Promise<EmbeddedSupabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDataFolder(dataDir);
  let connection: PgliteConnection | undefined;
  try {
    const secrets = ensureSecrets(dataDir);
    const { database: opened, said } = await bringUpToDate(dataDir, migrationsDir, secrets);
    const { app } = opened;
    connection = opened.connection;
    const database = connection;
    await requireRowLevelSecurity(database);
    const isOwn = await isOurs(database);
    if (isOwn)
      await database.driver.query('select public.change_settings($1::jsonb)', [JSON.stringify(siteSettings)]);
    const inTurn = oneAtATime();
    const query = (sql: string) => database.driver.query(sql);
    const keeping = isOwn ? housekeeping(query, inTurn) : undefined;
    const telling = isOwn ? notices(query, inTurn) : undefined;
    await keeping?.atStart();
    const signIn = signInLimit(readSupabaseConfig(folders.supabaseConfig).signIns);
    return {
      handle: apiHandler(async (request, context) => {
        const ask = () => inTurn(async () => app.fetch(request, context));
        const answer = isSignIn(request) ? ((await signIn(ask)) ?? tooManySignIns()) : await ask();
        const { pathname } = new URL(request.url);
        keeping?.after(pathname);
        telling?.after(pathname);
        return answer;
      }, secrets.secretKey),
      publishableKey: embeddedKey,
      secretKey: secrets.secretKey,
      said: [...said, ...saidOfPages(process.env)],
      close: async () => {
        keeping?.stop();
        telling?.stop();
        await inTurn(() => database.close());
        unlock();
      },
    };
  } catch (error) {
    await connection?.close();
    unlock();
    throw error;
  }
}
