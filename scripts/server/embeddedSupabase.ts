import './noTelemetry.ts';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { apiHandler } from './apiHandler.ts';
import { folders } from './folders.ts';
import { housekeeping } from './housekeeping.ts';
import { lockDataFolder } from './lockDataFolder.ts';
import { applyMigrations } from './migrations.ts';
import { notices } from './notices.ts';
import { PlainError } from './PlainError.ts';
import { readSupabaseConfig } from './readSupabaseConfig.ts';
import { ensureSecrets } from './secrets.ts';
import { siteSettings } from './siteSettings.ts';

/** A Supabase inside this process: PostgREST's and GoTrue's addresses over a PostgreSQL in WebAssembly. */
export interface EmbeddedSupabase {
  /** Answers a request for /rest/v1/… or /auth/v1/…; never throws. */
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
  publishableKey: string;
  secretKey: string;
  /** File names of the migrations that this start applied. */
  applied: string[];
  /** Waits for the request in hand, closes the database and gives the data folder free. */
  close: () => Promise<void>;
}

/**
 * What a hosted Supabase project has before its first migration and a bare PostgreSQL or PGlite has not: the three
 * roles that requests run as, and the schema for extensions. @supabase/lite makes the roles only at the first
 * request, too late for migrations that grant to them. May be run any number of times.
 * https://supabase.com/docs/guides/database/postgres/roles
 */
const supabaseRoles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin bypassrls;
  end if;
end $$;
create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
`;

function createApp(connection: PgliteConnection, secrets: ReturnType<typeof ensureSecrets>): App {
  const { api, auth } = readSupabaseConfig(folders.supabaseConfig);
  return new App({
    connection,
    api,
    auth: {
      ...auth,
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: embeddedKey,
      secret_key: secrets.secretKey,
    },
    // The history is ours (migrations.ts), in the Supabase CLI's own shape.
    db: { migrations: { enabled: false } },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
}

/** lite switches roles only when some table has row level security; without one, every request would run as the owner. */
async function requireRowLevelSecurity({ driver }: PgliteConnection): Promise<void> {
  const { rows } = await driver.query('select from pg_class where relrowsecurity limit 1');
  if (rows.length > 0) return;
  throw new PlainError(
    'No table of supabase/migrations has row level security, and without it every visitor would act as the owner of the database: add a migration with "enable row level security".',
  );
}

/** A test may bring migrations of its own, which have no settings and keep nothing that has to be forgotten. */
async function isOurs({ driver }: PgliteConnection): Promise<boolean> {
  const { rows } = await driver.query("select where to_regprocedure('private.maintenance()') is not null");
  return rows.length > 0;
}

async function prepare(connection: PgliteConnection, app: App, migrationsDir: string): Promise<string[]> {
  await connection.driver.exec(supabaseRoles);
  await app.ensureSystemSchema(); // schema auth, which migrations may refer to
  const applied = await applyMigrations(connection.driver, migrationsDir);
  await requireRowLevelSecurity(connection);
  if (await isOurs(connection))
    await connection.driver.query('select public.change_settings($1::jsonb)', [JSON.stringify(siteSettings)]);
  return applied;
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
    connection = await createPgliteConnection({ url: join(dataDir, 'database') });
    const database = connection;
    const app = createApp(database, secrets);
    const applied = await prepare(database, app, migrationsDir);
    const inTurn = oneAtATime();
    const query = (sql: string) => database.driver.query(sql);
    const isOwn = await isOurs(database);
    const keeping = isOwn ? housekeeping(query, inTurn) : undefined;
    const telling = isOwn ? notices(query, inTurn) : undefined;
    await keeping?.atStart();
    return {
      handle: apiHandler(async (request, context) => {
        const answer = await inTurn(async () => app.fetch(request, context));
        const { pathname } = new URL(request.url);
        keeping?.after(pathname);
        telling?.after(pathname);
        return answer;
      }, secrets.secretKey),
      publishableKey: embeddedKey,
      secretKey: secrets.secretKey,
      applied,
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
