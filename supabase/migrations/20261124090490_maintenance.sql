-- To be called daily by a scheduler, and by the embedded server; correctness does not depend on it. What was withdrawn,
-- corrected or removed leaves the tables at once and the disk with VACUUM, which no function can run: a server does it by
-- itself, for the embedded database see src/survey/database/forgetSql.ts.
create function private.maintenance() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.expire_responses();
  perform private.forget_arrivals();
  perform private.expire_comments();
  perform private.expire_reports();
  perform private.tidy();
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
