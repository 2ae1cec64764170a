-- A reader reports a comment. Reports from enough networks on one day hide it until a moderator has read it again; the
-- keys of the networks are deleted after the day.

-- Unlogged like private.hit: keys of networks are in no write-ahead log and no physical backup.
create unlogged table private.report_key (
  comment uuid not null references private.comment on delete cascade,
  -- Of a site and of its provider (private.client_networks).
  client bytea not null,
  provider bytea not null,
  day date not null,
  primary key (comment, client)
);

-- How often and why: for the moderator.
create table private.report (
  comment uuid not null references private.comment on delete cascade,
  reason private.report_reason not null,
  n integer not null,
  -- Whether the last decision on the comment answered it: kept until the next, so that it can be undone.
  settled boolean not null default false,
  primary key (comment, reason)
);
alter table private.report_key enable row level security;
alter table private.report enable row level security;

create function private.forget_reports(reported uuid) returns void
language sql set search_path = '' as $$
  delete from private.report_key where comment = reported;
  delete from private.report where comment = reported;
$$;

create function private.settle_reports(reported uuid) returns void
language sql set search_path = '' as $$
  delete from private.report_key where comment = reported;
  delete from private.report where comment = reported and settled;
  update private.report set settled = true where comment = reported;
$$;

-- Comments whose reports nobody has decided on.
create function private.reported_comments() returns setof private.comment
language sql stable set search_path = '' as $$
  select * from private.comment where state = 'hidden_by_reports'
  union all
  select * from private.comment
  where state = 'approved' and id in (select comment from private.report where not settled)
$$;

-- A key says nothing once its salt is gone (private.salt), so it goes, too.
create function private.expire_reports(most integer) returns void
language sql set search_path = '' as $$
  delete from private.report_key where (comment, client) in (
    select comment, client from private.report_key where day < (now() at time zone 'utc')::date
    limit most for update skip locked
  )
$$;

-- Networks that reported a comment today. Of one provider no more than two count: it has thousands of sites.
create function private.reporters(reported uuid) returns bigint
language sql stable set search_path = '' as $$
  select coalesce(sum(least(sites, 2)), 0) from (
    select count(*) as sites from private.report_key
    where comment = reported and day = (now() at time zone 'utc')::date group by provider
  ) as by_provider
$$;

-- Counts a site's first report of this comment today, and hides the comment when the threshold is reached.
create function private.keep_report(reported private.comment, said private.report_reason) returns void
language plpgsql set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  buckets constant private.bucket[] := private.buckets();
  widest constant integer := cardinality(buckets);
begin
  -- Callers without an address count as one network, with the same key every day.
  insert into private.report_key as known (comment, client, provider, day)
  values (reported.id, (buckets[greatest(widest - 1, 1)]).client, (buckets[widest]).client, today)
  on conflict (comment, client) do update set day = today where known.day < today;
  if not found then
    return;
  end if;
  insert into private.report as known (comment, reason, n) values (reported.id, said, 1)
  on conflict (comment, reason) do update set n = case when known.settled then 1 else known.n + 1 end, settled = false;
  if not reported.reviewed
    and private.reporters(reported.id) >= private.number_setting('reports_to_hide')
  then
    update private.comment set state = 'hidden_by_reports' where id = reported.id;
  end if;
end $$;

create function public.report_comment(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem text := private.comment_too_large(request);
  wait bigint;
  said jsonb;
  reported private.comment;
  refusal jsonb;
begin
  if problem is not null then
    perform private.refuse(413, 'too_large', problem);
  end if;
  request := private.as_json(request);
  said := request -> 'report';
  if not private.is_sealed(request, 'report') or not coalesce(
    case when jsonb_typeof(said) = 'object' then
      said - array['comment', 'reason'] = '{}'
      and jsonb_typeof(said -> 'comment') = 'string'
      and said ->> 'comment' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      and jsonb_typeof(said -> 'reason') = 'string'
      and said ->> 'reason' = any (enum_range(null::private.report_reason)::text[])
    end, false)
  then
    return private.turn_away('report', 'D3', 400, 'not_valid', 'A report names a comment and one of the reasons, and comes with a proof.');
  end if;
  wait := private.wait_for('report');
  if wait is not null then
    return private.turn_away('report', 'D4', 429, 'too_many',
      format('Too many reports came from your network: please try again %s.', private.in_words(wait)), wait);
  end if;
  problem := private.proof_problem(request -> 'proof', 'report');
  if problem is not null then
    return private.turn_away_proof('report', problem, request -> 'proof');
  end if;
  if not private.spend_proof(request -> 'proof') then
    return private.turn_away_proof('report', 'proof_used', request -> 'proof');
  end if;
  refusal := private.turned_away_by_trap('report', request);
  if refusal is not null then
    return refusal;
  end if;
  select * into reported from private.comment where id = (said ->> 'comment')::uuid and state = 'approved';
  perform private.hold_thread(reported.thread_kind, reported.thread_id);
  select * into reported from private.comment where id = reported.id and state = 'approved' for update;
  -- The same answer when it is not shown, so that waiting comments cannot be found out.
  if reported.id is not null then
    perform private.keep_report(reported, (said ->> 'reason')::private.report_reason);
  end if;
  -- Last, because all networks share a counter, and the thread may be waited for.
  perform private.count_hit('report');
  perform private.count_accepted('report');
  return jsonb_build_object('status', 'reported');
end $$;

comment on function public.report_comment(jsonb) is
  'Takes {"report": {"comment", "reason"}, "proof", "trap"} and returns {"status": "reported"}, whether or not such a comment is shown.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.report_comment(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.report_comment(jsonb) to anon, authenticated;
