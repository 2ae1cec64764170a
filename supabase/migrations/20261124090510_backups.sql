-- When a backup was made, so that its owner can be told how old the last one is. A row is written by whatever made the
-- backup, after it is complete.
create table private.backup (
  id bigint primary key generated always as identity,
  at timestamptz not null default now(),
  -- Responses in it.
  responses integer not null check (responses >= 0)
);
alter table private.backup enable row level security;

create function public.record_backup(responses integer) returns void
language sql security definer set search_path = '' as $$
  insert into private.backup (responses) values (record_backup.responses)
$$;

comment on function public.record_backup(integer) is
  'Remembers that a backup with so many responses is complete now. For the secret key alone.';

revoke execute on function public.record_backup(integer) from public, anon, authenticated, service_role;
grant execute on function public.record_backup(integer) to service_role;
