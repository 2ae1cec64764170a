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

-- After a restore: what this database knows to be withdrawn or removed goes again, in the same steps. Returns how many.
create function private.bury_again() returns integer
language plpgsql set search_path = '' as $$
declare
  back record;
  n integer := 0;
begin
  for back in
    select receipt from (
      select id, receipt from private.job_seeker union all select id, receipt from private.employer
    ) as response where private.is_withdrawn(id)
  loop
    perform private.withdraw(back.receipt);
    n := n + 1;
  end loop;
  for back in
    select id, thread_kind, thread_id from private.comment
    where state <> 'removed_by_author' and private.is_withdrawn(id) order by depth desc
  loop
    perform private.hold_thread(back.thread_kind, back.thread_id);
    perform private.bury_comment(back.id);
    n := n + 1;
  end loop;
  return n;
end $$;

comment on function public.record_backup(integer) is
  'Remembers that a backup with so many responses is complete now. For the secret key alone.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.record_backup(integer) from public, anon, authenticated, service_role;
grant execute on function public.record_backup(integer) to service_role;
