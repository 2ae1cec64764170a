-- Written by "npm run instrument" from src/receipt/receiptCode.ts. Do not edit.

-- The SHA-256 of a receipt code; null if the symbols or the check symbol are wrong.
create function private.receipt_hash(code text) returns bytea
language plpgsql immutable set search_path = '' as $$
declare
  -- Zero at the end if the check symbol is right: each step multiplies by x in GF(32), x^5 + x^2 + 1.
  remainder integer := 0;
begin
  if code !~ '^[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{28}$' then
    return null;
  end if;
  for place in 1..28 loop
    remainder := ((remainder << 1) # ((remainder >> 4) * 37))
      # (strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(code, place, 1)) - 1);
  end loop;
  return case when remainder = 0 then sha256(convert_to(code, 'UTF8')) end;
end $$;

-- A response as its owner may see it; null when the code is unknown.
create function private.response_of(code bytea) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'side', 'job_seeker', 'instrument', instrument, 'submitted_on', submitted_on,
    'kept_until', kept_until, 'revision', revision,
    'answers', private.job_seeker_answers(response)
  ) from private.job_seeker as response where receipt = code
  union all
  select jsonb_build_object(
    'side', 'employer', 'instrument', instrument, 'submitted_on', submitted_on,
    'kept_until', kept_until, 'revision', revision,
    'answers', private.employer_answers(response)
  ) from private.employer as response where receipt = code
$$;

create function private.correct_job_seeker(code bytea, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  former private.job_seeker;
  response private.job_seeker;
begin
  select * into former from private.job_seeker where receipt = code for update;
  if not found then
    return null;
  end if;
  perform private.lock('job_seeker ' || encode(former.answers_hash, 'hex'));
  response := private.fill_job_seeker(former, answers);
  response.revision := former.revision + 1;
  response.since := null;
  response := private.judge_job_seeker(response, null);
  delete from private.job_seeker where id = former.id;
  insert into private.job_seeker values (response.*);
  perform private.replace_first_job_seeker(former.submitted_on, former.answers_hash);
  return response.revision;
end $$;

create function private.withdraw_job_seeker(code bytea) returns boolean
language plpgsql set search_path = '' as $$
declare
  former private.job_seeker;
begin
  select * into former from private.job_seeker where receipt = code for update;
  if not found then
    return false;
  end if;
  perform private.lock('job_seeker ' || encode(former.answers_hash, 'hex'));
  delete from private.job_seeker where id = former.id;
  perform private.bury(former.id);
  perform private.replace_first_job_seeker(former.submitted_on, former.answers_hash);
  return true;
end $$;

create function private.correct_employer(code bytea, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  former private.employer;
  response private.employer;
begin
  select * into former from private.employer where receipt = code for update;
  if not found then
    return null;
  end if;
  perform private.lock('employer ' || encode(former.answers_hash, 'hex'));
  response := private.fill_employer(former, answers);
  response.revision := former.revision + 1;
  response.since := null;
  response := private.judge_employer(response, null);
  delete from private.employer where id = former.id;
  insert into private.employer values (response.*);
  perform private.replace_first_employer(former.submitted_on, former.answers_hash);
  return response.revision;
end $$;

create function private.withdraw_employer(code bytea) returns boolean
language plpgsql set search_path = '' as $$
declare
  former private.employer;
begin
  select * into former from private.employer where receipt = code for update;
  if not found then
    return false;
  end if;
  perform private.lock('employer ' || encode(former.answers_hash, 'hex'));
  delete from private.employer where id = former.id;
  perform private.bury(former.id);
  perform private.replace_first_employer(former.submitted_on, former.answers_hash);
  return true;
end $$;

-- How often one response may be corrected, as its person was told before answering.
create function private.most_corrections() returns integer
language sql immutable set search_path = '' as $$
  select 100
$$;

-- The new revision; null when the code is unknown. The answers must have been checked; their version stays.
create function private.correct(code bytea, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return coalesce(private.correct_job_seeker(code, answers), private.correct_employer(code, answers));
end $$;

-- Whether there was anything to delete.
create function private.withdraw(code bytea) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return private.withdraw_job_seeker(code) or private.withdraw_employer(code);
end $$;

-- Deletes the responses whose time is over: each was promised its own when it was sent.
create function private.expire_responses() returns void
language plpgsql set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  former record;
begin
  if not exists (select from private.job_seeker where kept_until < today union all select from private.employer where kept_until < today) then
    return;
  end if;
  perform private.lock('receipts');
  for former in
    delete from private.job_seeker where kept_until < today returning id, submitted_on, answers_hash
  loop
    perform private.bury(former.id);
    perform private.replace_first_job_seeker(former.submitted_on, former.answers_hash);
  end loop;
  for former in
    delete from private.employer where kept_until < today returning id, submitted_on, answers_hash
  loop
    perform private.bury(former.id);
    perform private.replace_first_employer(former.submitted_on, former.answers_hash);
  end loop;
end $$;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
