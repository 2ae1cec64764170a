/**
 * What a hosted Supabase project has before its first migration and a bare PostgreSQL or PGlite has not: the three
 * roles that requests run as, and the schema for extensions. @supabase/lite makes the roles only at the first
 * request, too late for migrations that grant to them. May be run any number of times.
 * https://supabase.com/docs/guides/database/postgres/roles
 */
export const supabaseRoles = `
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
