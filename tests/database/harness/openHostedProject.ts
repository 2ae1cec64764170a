import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { makeEmptyProject } from '../../../scripts/postgresql/makeProject.ts';
import { startPostgresql, superuser } from '../../../scripts/postgresql/postgresqlServer.ts';
import { apiHandler } from '../../../scripts/server/apiHandler.ts';
import { folders } from '../../../scripts/command/folders.ts';
import { closeServer, listen } from '../../../scripts/server/listen.ts';
import { readSupabaseConfig } from '../../../scripts/server/readSupabaseConfig.ts';
import { hostedSignIn, signInTables } from './hostedSignIn.ts';

/** A project as its owner copies it into .env. */
export interface HostedProject {
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** As the role of an owner, who is no superuser. */
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
}

/** The pages of a hosted project lie on another origin, which browsers ask about before they send (a preflight). */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': '*',
};

/** Everybody here is one visitor, of a network that is nobody’s (https://www.rfc-editor.org/rfc/rfc5737). */
const visitor = '203.0.113.9';

/**
 * What a hosted project is to its owner, on this machine: a PostgreSQL of its own, like a new project before our
 * migrations (makeProject.ts), and before it, on an origin of its own, PostgREST and GoTrue as @supabase/lite has them.
 */
export async function openHostedProject(): Promise<HostedProject> {
  const publishableKey = 'sb_publishable_of_a_hosted_project';
  const secretKey = `sb_secret_${randomBytes(24).toString('hex')}`;
  const jwtSecret = randomBytes(32).toString('hex');
  const postgresql = await startPostgresql(['shared_buffers=32MB']);
  await makeEmptyProject(postgresql, 'project', 'explicit grants');
  const addressFor = (role: string): string =>
    `postgresql://${role}:${postgresql.password}@127.0.0.1:${postgresql.port}/project`;
  const connection = createPostgresConnection({
    url: addressFor(superuser),
    postgresOptions: { onnotice: () => undefined },
  });
  const { driver: sql } = connection;
  const { api, auth } = readSupabaseConfig(folders.supabaseConfig);
  const app = new App({
    connection,
    api,
    auth: {
      ...auth,
      enabled: true,
      jwt_secret: jwtSecret,
      publishable_key: publishableKey,
      secret_key: secretKey,
    },
    db: { migrations: { enabled: false } },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
  // Lite’s own tables in place of those that only stand in for a sign-in service.
  await sql.unsafe('drop table auth.sessions, auth.users');
  await app.ensureSystemSchema();
  await sql.unsafe(signInTables);
  // Once, lite grants every schema that has row level security to everybody: before ours is there, and taken back.
  await sql.unsafe('alter table auth.users enable row level security');
  await connection.withContext({ auth: { role: 'anon' } }, () => Promise.resolve());
  await sql.unsafe(`
    revoke all on all tables in schema auth from anon, authenticated, service_role;
    grant all on all tables in schema auth to postgres`);

  const answer = hostedSignIn(app.fetch, sql, { secretKey, jwtSecret });
  const handle = apiHandler((request, context) => {
    if (request.method === 'OPTIONS') return Promise.resolve(new Response(null, { status: 204 }));
    request.headers.set('x-forwarded-for', visitor);
    return answer(request, context);
  }, secretKey);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value);
    void handle(request, response);
  });
  const port = await listen(server, 0);
  return {
    url: `http://localhost:${port}`,
    publishableKey,
    secretKey,
    databaseUrl: addressFor('postgres'),
    close: async () => {
      await closeServer(server);
      await connection.close();
      await postgresql.close();
    },
  };
}
