-- Written by "npm run instrument" from src/survey/quality.ts. Do not edit.

-- Without seconds (a correction) f_speed stays: the time measured was that of the first submission.
create function private.judge_job_seeker(response private.job_seeker, seconds integer) returns private.job_seeker
language plpgsql set search_path = '' as $$
declare
  shown integer;
  answered integer;
begin
  select
    (not s_stage in ('na', 'unasked'))::integer
    + (not s_elapsed in ('na', 'unasked'))::integer
    + (not s_outcome in ('na', 'unasked'))::integer
    + (not coalesce(s_hours_missing in ('na', 'unasked'), false))::integer
    + (not s_promised in ('na', 'unasked'))::integer
    + (not s_time in ('na', 'unasked'))::integer
    + (not s_channel in ('na', 'unasked'))::integer
    + (not s_explanation in ('na', 'unasked'))::integer
    + (not s_asked in ('na', 'unasked'))::integer
    + (not s_clear in ('na', 'unasked'))::integer
    + (not s_confident in ('na', 'unasked'))::integer
    + (not s_again in ('na', 'unasked'))::integer
    + (not s_wanted in ('na', 'unasked'))::integer
    + (not s_only_applied in ('na', 'unasked'))::integer
    + (not s_sent in ('na', 'unasked'))::integer
    + (not industry in ('na', 'unasked'))::integer
    + (not org_size in ('na', 'unasked'))::integer
    + (not seniority in ('na', 'unasked'))::integer
    + (not region in ('na', 'unasked'))::integer,
    (s_stage not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_elapsed not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_outcome not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_hours is not null)::integer
    + (s_promised not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_time not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_channel not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_explanation not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_asked not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_clear not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_confident not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_again not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_wanted not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_only_applied not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (s_sent not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (industry not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (org_size not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (seniority not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (region not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer,
    ((s_stage in ('applied') and coalesce(s_hours > 100, false)))::integer
    + ((s_stage in ('int2', 'int3') and coalesce(s_hours <= 0, false)))::integer
    + ((s_stage in ('applied') and s_elapsed in ('d45_90') and s_sent in ('none')))::integer
  into shown, answered, response.f_logic
  from (select (response).*) as kept;
  response.rules := '1';
  if seconds is not null then
    response.f_speed := seconds < shown * 1;
  end if;
  response.f_empty := answered < 5;
  response.answers_hash := sha256(convert_to(private.job_seeker_answers(response)::text, 'UTF8'));
  -- The second of two equal responses waits here until the first is stored, and finds it.
  perform private.lock('job_seeker ' || encode(response.answers_hash, 'hex'));
  response.f_dup := answered >= 10 and exists (
    select from private.job_seeker as other
    where other.submitted_on = response.submitted_on and other.answers_hash = response.answers_hash
      and other.id <> response.id and not other.f_dup
  );
  return response;
end $$;

-- When the counted response is deleted, one of its duplicates is counted in its place.
create function private.replace_first_job_seeker(day date, hash bytea) returns void
language sql set search_path = '' as $$
  update private.job_seeker set f_dup = false
  where id = (
    select id from private.job_seeker where submitted_on = day and answers_hash = hash and f_dup order by id limit 1
  ) and not exists (
    select from private.job_seeker where submitted_on = day and answers_hash = hash and not f_dup
  )
$$;

-- Without seconds (a correction) f_speed stays: the time measured was that of the first submission.
create function private.judge_employer(response private.employer, seconds integer) returns private.employer
language plpgsql set search_path = '' as $$
declare
  shown integer;
  answered integer;
begin
  select
    (not e_role in ('na', 'unasked'))::integer
    + (not e_volume in ('na', 'unasked'))::integer
    + (not e_told_interviewed in ('na', 'unasked'))::integer
    + (not e_told_applied in ('na', 'unasked'))::integer
    + (not e_last in ('na', 'unasked'))::integer
    + (not e_known in ('na', 'unasked'))::integer
    + (not e_time in ('na', 'unasked'))::integer
    + (not e_promised in ('na', 'unasked'))::integer
    + (not e_channel in ('na', 'unasked'))::integer
    + (not e_explanation in ('na', 'unasked'))::integer
    + (not e_asked in ('na', 'unasked'))::integer
    + (not e_wanted in ('na', 'unasked'))::integer
    + (not e_barriers_time in ('na', 'unasked'))::integer
    + (not e_barriers_notes in ('na', 'unasked'))::integer
    + (not e_barriers_wording in ('na', 'unasked'))::integer
    + (not e_barriers_owner in ('na', 'unasked'))::integer
    + (not e_barriers_source in ('na', 'unasked'))::integer
    + (not e_barriers_policy in ('na', 'unasked'))::integer
    + (not e_barriers_system in ('na', 'unasked'))::integer
    + (not e_barriers_conflict in ('na', 'unasked'))::integer
    + (not e_barriers_legal in ('na', 'unasked'))::integer
    + (not e_barriers_doubt in ('na', 'unasked'))::integer
    + (not e_barriers_enough in ('na', 'unasked'))::integer
    + (not e_has_rule_give in ('na', 'unasked'))::integer
    + (not e_has_rule_not in ('na', 'unasked'))::integer
    + (not e_has_template in ('na', 'unasked'))::integer
    + (not e_has_training in ('na', 'unasked'))::integer
    + (not e_has_scorecard in ('na', 'unasked'))::integer
    + (not e_has_deadline in ('na', 'unasked'))::integer
    + (not e_claim in ('na', 'unasked'))::integer
    + (not industry in ('na', 'unasked'))::integer
    + (not org_size in ('na', 'unasked'))::integer
    + (not seniority in ('na', 'unasked'))::integer
    + (not region in ('na', 'unasked'))::integer,
    (e_role not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_volume not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_told_interviewed not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_told_applied not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_last not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_known not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_time not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_promised not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_channel not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_explanation not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_asked not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_wanted not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_time not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_notes not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_wording not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_owner not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_source not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_policy not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_system not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_conflict not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_legal not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_doubt not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_barriers_enough not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_rule_give not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_rule_not not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_template not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_training not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_scorecard not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_has_deadline not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (e_claim not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (industry not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (org_size not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (seniority not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer
    + (region not in ('dk', 'pnts', 'unseen', 'blank', 'na', 'unasked'))::integer,
    ((e_has_rule_give in ('yes') and e_has_rule_not in ('yes')))::integer
    + ((e_volume in ('v1000p') and org_size in ('s1_9') and e_role not in ('recruiter_agency')))::integer
  into shown, answered, response.f_logic
  from (select (response).*) as kept;
  response.rules := '1';
  if seconds is not null then
    response.f_speed := seconds < shown * 1;
  end if;
  response.f_empty := answered < 5;
  response.answers_hash := sha256(convert_to(private.employer_answers(response)::text, 'UTF8'));
  -- The second of two equal responses waits here until the first is stored, and finds it.
  perform private.lock('employer ' || encode(response.answers_hash, 'hex'));
  response.f_dup := answered >= 10 and exists (
    select from private.employer as other
    where other.submitted_on = response.submitted_on and other.answers_hash = response.answers_hash
      and other.id <> response.id and not other.f_dup
  );
  return response;
end $$;

-- When the counted response is deleted, one of its duplicates is counted in its place.
create function private.replace_first_employer(day date, hash bytea) returns void
language sql set search_path = '' as $$
  update private.employer set f_dup = false
  where id = (
    select id from private.employer where submitted_on = day and answers_hash = hash and f_dup order by id limit 1
  ) and not exists (
    select from private.employer where submitted_on = day and answers_hash = hash and not f_dup
  )
$$;

-- Unlogged, so in no physical backup; no row refers to a response.
create unlogged table private.arrival (
  hour timestamptz primary key,
  responses integer not null
);
comment on table private.arrival is 'How many responses came in an hour; kept for 48 hours, for the flag f_burst';
alter table private.arrival enable row level security;

create function private.forget_arrivals() returns void
language sql set search_path = '' as $$
  delete from private.arrival where hour < now() - interval '48 hours'
$$;

-- Counts one arrival and returns whether it is part of a burst: all together are more than usual, and its network sends more
-- than networks do. Without the second, an attacker could have everybody else's answers held back.
create function private.arrives_in_burst() returns boolean
language plpgsql set search_path = '' as $$
declare
  this_hour constant timestamptz := date_trunc('hour', now());
  so_far integer;
  usual double precision;
begin
  perform private.forget_arrivals();
  insert into private.arrival as counted values (this_hour, 1)
  on conflict (hour) do update set responses = counted.responses + 1
  returning responses into so_far;
  select percentile_cont(0.5) within group (order by coalesce(arrival.responses, 0)) into usual
  from generate_series(this_hour - interval '24 hours', this_hour - interval '1 hour', interval '1 hour') as past (hour)
  left join private.arrival on arrival.hour = past.hour;
  return so_far > 5 * greatest(usual, 100)
    and (private.network_factor('response') > 1 or private.sends_above_usual('response'));
end $$;

create table private.burst_decision (
  id bigint primary key generated always as identity,
  day date not null,
  channel private.channel not null,
  kept boolean not null,
  because text not null check (because <> ''),
  -- Responses that it let in; none where they stay out.
  let_in integer not null,
  decided_on date not null default (now() at time zone 'utc')::date
);
alter table private.burst_decision enable row level security;

-- For the operator, before a release: lets a day's held-back responses in (keep) or leaves them out, and says why.
create function private.decide_burst(day date, by_channel private.channel, keep boolean, because text) returns integer
language plpgsql set search_path = '' as $$
declare
  changed integer;
  decided integer := 0;
begin
  -- As whoever changes an answer does: rows that are written anew meanwhile would be passed over.
  perform private.lock('receipts');
  update private.job_seeker set f_burst = false where keep and f_burst and submitted_on = day and channel = by_channel;
  get diagnostics changed = row_count;
  decided := decided + changed;
  update private.employer set f_burst = false where keep and f_burst and submitted_on = day and channel = by_channel;
  get diagnostics changed = row_count;
  decided := decided + changed;
  insert into private.burst_decision (day, channel, kept, because, let_in) values (day, by_channel, keep, because, decided);
  return decided;
end $$;

create function private.set_standing() returns trigger
language plpgsql set search_path = '' as $$
declare
  former constant private.standing := new.standing;
begin
  if former is null then
    new.standing := case when (new.f_speed or new.f_dup or new.f_logic >= 2 or new.f_empty or new.f_burst) then 'left_out' else 'counted' end::private.standing;
    new.since := new.submitted_on;
    return new;
  end if;
  new.standing := case
    when former <> 'taken_out' and not (new.f_speed or new.f_dup or new.f_logic >= 2 or new.f_empty or new.f_burst) then 'counted'
    when former = 'left_out' then 'left_out'
    else 'taken_out' end::private.standing;
  -- A correction replaces the row and comes without a day: one response left and one came.
  if new.since is null or new.standing <> former then
    new.since := (now() at time zone 'utc')::date;
  end if;
  return new;
end $$;

create trigger standing before insert or update on private.job_seeker
for each row execute function private.set_standing();
create trigger standing before insert or update on private.employer
for each row execute function private.set_standing();

-- Written anew in one statement and in random order, the rows of these days share one transaction, and their place says
-- nothing about when they came. Inserted, because an update leaves a row in its page where there is room.
create function private.mix_job_seeker(from_day date, before date) returns void
language sql set search_path = '' as $$
  with taken as (
    delete from private.job_seeker where since >= from_day and since < before returning *
  )
  insert into private.job_seeker select * from taken order by random()
$$;

-- Written anew in one statement and in random order, the rows of these days share one transaction, and their place says
-- nothing about when they came. Inserted, because an update leaves a row in its page where there is room.
create function private.mix_employer(from_day date, before date) returns void
language sql set search_path = '' as $$
  with taken as (
    delete from private.employer where since >= from_day and since < before returning *
  )
  insert into private.employer select * from taken order by random()
$$;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
