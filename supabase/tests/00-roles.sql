-- Holds for every migration, later ones too: no API role reaches a table, and the exposed schema has only functions with
-- a fixed search path.
begin;
select plan(5);

select isnt_empty(
  $$ select from pg_catalog.pg_namespace where nspname = 'private' $$,
  'There is a schema private for the tables'
);

select is_empty(
  $$ select relname from pg_catalog.pg_class
     where relnamespace = to_regnamespace('private') and relkind in ('r', 'p') and not relrowsecurity $$,
  'Every table in private has row level security on'
);

select is_empty(
  $$ select polname from pg_catalog.pg_policy join pg_catalog.pg_class on pg_class.oid = polrelid
     where relnamespace = to_regnamespace('private') $$,
  'No policy opens a table in private'
);

select is_empty(
  $$ select relname from pg_catalog.pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S') $$,
  'No table, view or sequence stands in public'
);

select is_empty(
  $$ select oid::regprocedure from pg_catalog.pg_proc
     where pronamespace = 'public'::regnamespace
       and not (prosecdef and coalesce(proconfig, '{}') @> array['search_path=""']) $$,
  'Every function in public is security definer with an empty search path'
);

select * from finish();
rollback;
