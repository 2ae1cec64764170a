-- Where the database has a scheduler (pg_cron, as a hosted Supabase project has), it calls the maintenance every hour and
-- sends what is due to moderators. Where it has none this changes nothing: the embedded server does both by itself.

-- Returns whether there is a scheduler. May be called any number of times: a job of the same name takes the other's place
-- (https://github.com/citusdata/pg_cron). By its name, because a database without pg_cron has no such function.
create function private.schedule_maintenance() returns boolean
language plpgsql set search_path = '' as $$
begin
  if to_regclass('cron.job') is null then
    return false;
  end if;
  execute 'select cron.schedule($1, $2, $3)' using 'no-but-why maintenance', '17 * * * *', 'select private.maintenance()';
  execute 'select cron.schedule($1, $2, $3)' using 'no-but-why notices', '*/5 * * * *', 'select private.send_notice()';
  return true;
end $$;

create function private.is_scheduled() returns boolean
language plpgsql stable set search_path = '' as $$
declare
  found_job boolean := false;
begin
  if to_regclass('cron.job') is not null then
    execute 'select exists (select from cron.job where jobname = $1 and active)' into found_job using 'no-but-why maintenance';
  end if;
  return found_job;
end $$;

-- Available is not enough: the server must have loaded it, and only one of its databases may have it.
do $$ begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
  end if;
  perform private.schedule_maintenance();
exception when others then
  raise notice 'Nothing was scheduled (%): enable pg_cron for this database, then run "select private.schedule_maintenance()".', sqlerrm;
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
