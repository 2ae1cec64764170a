-- What clears up. To be called every hour by a scheduler, and by the embedded server; correctness does not depend on it.
-- In bounded steps, so that a flood of rows cannot make a call too slow to end. What was withdrawn, corrected or removed
-- leaves the tables at once and the disk with VACUUM, which no function can run: a server does it by itself, for the
-- embedded database see scripts/server/housekeeping.ts.
create function private.clear_some(most integer) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.forget_arrivals();
  perform private.expire_comments(most);
  perform private.expire_reports(most);
  perform private.tidy(most);
end $$;

create function private.maintenance() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.expire_responses();
  perform private.clear_some(20000);
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
