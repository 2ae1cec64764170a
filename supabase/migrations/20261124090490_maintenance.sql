-- What a scheduler, or the embedded server once a day, should call; nothing waits for it to be right. What was withdrawn,
-- corrected or removed leaves the tables at once and the disk with VACUUM, which no function can run: a server does it by
-- itself, for the embedded database see src/survey/database/forgetSql.ts.
create function private.maintenance() returns void
language plpgsql set search_path = '' as $$
begin
  perform private.expire_receipts();
  perform private.forget_arrivals();
  perform private.expire_comments();
  perform private.expire_reports();
  perform private.tidy();
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
