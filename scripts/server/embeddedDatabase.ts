import '../command/noTelemetry.ts';
import { App } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { folders } from '../command/folders.ts';
import { readSupabaseConfig } from './readSupabaseConfig.ts';
import type { Secrets } from './secrets.ts';

/** A PostgreSQL in WebAssembly on a folder, with what Supabase has before the first migration. */
export interface EmbeddedDatabase {
  readonly connection: PgliteConnection;
  readonly app: App;
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

function createApp(connection: PgliteConnection, secrets: Secrets): App {
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

/** Opens a folder, which is made when it is not there. Nobody else may have it open. */
export async function openDatabase(folder: string, secrets: Secrets): Promise<EmbeddedDatabase> {
  const connection = await createPgliteConnection({ url: folder });
  try {
    const app = createApp(connection, secrets);
    await connection.driver.exec(supabaseRoles);
    await app.ensureSystemSchema(); // schema auth, which migrations may refer to
    return { connection, app };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
