-- What clears up. To be called every hour by a scheduler; the embedded server does it at its start and once a day, and
-- correctness does not depend on it. What was withdrawn, corrected or removed leaves the tables at once and the disk with
-- VACUUM, which no function can run: a server does it by itself, for the embedded database see scripts/server/housekeeping.ts.

-- So many of each at most, where somebody waits for the call; all of them for null.
create function private.clear_some(most integer) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.forget_arrivals();
  perform private.expire_comments(most);
  perform private.expire_reports(most);
  perform private.tidy(most);
end $$;

-- Rows that one call wrote carry the number of its transaction (the system column xmin), so an operator could tell which
-- answers, comments and counters came from one network, and in which order. When a day is over its rows are written anew,
-- of each table in one statement (docs/decisions/0025).
-- Unlogged: what a restored database does not know is done again, and changes nothing but the place of rows.
create unlogged table private.mixed (
  only_one boolean primary key default true check (only_one),
  -- The first day that was not over yet.
  before date not null
);
alter table private.mixed enable row level security;

create function private.mix(before date) returns void
language plpgsql set search_path = '' as $$
declare
  from_day constant date := coalesce((select mixed.before from private.mixed), '-infinity');
begin
  if from_day >= before or not pg_try_advisory_xact_lock(hashtextextended('private.several_threads', 0)) then
    return;
  end if;
  -- Whoever changes an answer or a comment takes one of these first, and one thread at a time.
  perform private.lock('receipts');
  perform from private.thread order by kind, id for update;
  perform private.mix_job_seeker(from_day, before), private.mix_employer(from_day, before);
  with taken as (delete from private.withdrawn returning *)
  insert into private.withdrawn select * from taken order by random();
  -- The order of comments is no secret, and others refer to them.
  update private.comment set revision = revision;
  update private.thread set closed = closed;
  update private.thread_count set n = n;
  update private.report set n = n;
  update private.refusal set n = n where day < before;
  update private.screened_out set n = n where day < before;
  insert into private.mixed (before) values (mix.before) on conflict (only_one) do update set before = excluded.before;
end $$;

create function private.maintenance() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.expire_responses();
  -- Without a bound: the privacy page says that what has had its time goes with the next clean-up, and a flood leaves more than any.
  perform private.clear_some(null);
  perform private.mix((now() at time zone 'utc')::date);
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
