-- What "npm run doctor" compares with the code. All of it can be asked for by GET, which PostgREST answers in a transaction
-- that writes nothing (https://docs.postgrest.org/en/v13/references/transactions.html#access-mode).

-- Anyone may know: the migrations are published with the code, and whoever builds the pages has no other key.
create function public.database_version() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  applied jsonb := '[]';
begin
  -- By its name, because the table is the CLI's, which makes it before the first migration.
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    execute 'select coalesce(jsonb_agg(version order by version), $1) from supabase_migrations.schema_migrations'
    into applied using applied;
  end if;
  return applied;
end $$;

-- What each role of the API may call, and which tables the two that anyone can be may touch in any way. A function of a
-- trigger is no call.
create function public.granted() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'functions', (
      select jsonb_object_agg(role, (
        select coalesce(jsonb_agg(format('%s(%s)', proname, pg_catalog.pg_get_function_arguments(oid))), '[]')
        from pg_catalog.pg_proc
        where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
          and prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
          and has_schema_privilege(role, pronamespace, 'usage') and has_function_privilege(role, oid, 'execute')
      ))
      from unnest(array['anon', 'authenticated', 'service_role']) as role
    ),
    'tables', (
      select coalesce(jsonb_agg(distinct oid::regclass::text), '[]')
      from pg_catalog.pg_class, unnest(array['anon', 'authenticated']) as role
      where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f')
        and has_schema_privilege(role, relnamespace, 'usage')
        and (
          has_table_privilege(role, oid, 'select, insert, update, delete, truncate, references, trigger')
          or has_any_column_privilege(role, oid, 'select, insert, update, references')
        )
    )
  )
$$;

-- The caller's narrowest network by each header that could be trusted: whoever sends a forged one sees which of them believes it.
create function public.calling_network() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_object_agg(header, (private.networks_in(header))[1])
  from unnest(array['xff-rightmost', 'cf-connecting-ip']) as header
$$;

comment on function public.database_version() is 'The migrations that the database has had: their times, in order.';
comment on function public.granted() is
  'What the roles of the API may do: {functions: {role: [signature]}, tables: [name]}. For the secret key alone.';
comment on function public.calling_network() is
  'The network of the caller, by each header that could say it. For the secret key alone.';

revoke execute on function public.database_version(), public.granted(), public.calling_network()
  from public, anon, authenticated, service_role;
grant execute on function public.database_version() to anon, authenticated;
grant execute on function public.granted(), public.calling_network() to service_role;
