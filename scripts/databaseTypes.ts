import { PGlite } from '@electric-sql/pglite';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import { applyMigrations } from './server/migrations.ts';
import { supabaseRoles } from './server/supabaseRoles.ts';

/** What the sign-in service has before our migrations, as far as they refer to it. */
const accounts = `
create schema auth;
create table auth.users (id uuid primary key, email text);
`;

/**
 * The client’s `Database` type, read from a database that the migrations made: the engine behind `supabase gen types`,
 * without Docker. @supabase/postgres-meta holds the same engine inside a server with 200 MB of dependencies.
 * @param migrationsDir holds the migrations to read it from
 */
export async function databaseTypes(migrationsDir: string): Promise<string> {
  const database = await PGlite.create({ extensions: { pgcrypto } });
  try {
    await database.exec(supabaseRoles);
    await database.exec(accounts);
    await applyMigrations(database, migrationsDir);
    const found = await introspect(
      { query: (sql) => database.query<Record<string, unknown>>(sql) },
      { includedSchemas: ['public'] },
    );
    const types = await generateTypescript(sortGeneratorMetadata(found), {});
    return `// Written by "npm run instrument" from supabase/migrations. Do not edit.\n${types}`;
  } finally {
    await database.close();
  }
}
