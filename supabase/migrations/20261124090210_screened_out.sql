-- Whoever does not fit the survey sends no answers. That somebody did not fit is counted by day and side, with nothing
-- about the person, so that a release can print how many (protocol 2.5, 3.3 P9).

insert into private.setting (name, value, meaning) values
  ('screened_out_limit', '12', 'People who do not fit the survey counted from one network in its window; offices share an address.');
insert into private.setting (name, value, meaning, least, most) values
  ('screened_out_window_seconds', '86400', 'Seconds in which screened_out_limit holds; they also end with the UTC day, when the key of networks is destroyed.', 60, 86400);

create table private.screened_out (
  day date not null,
  side text not null check (side in ('job_seeker', 'employer')),
  -- Of a sample: never in a real release.
  made_up boolean not null,
  n integer not null check (n >= 0),
  primary key (day, side, made_up)
);
alter table private.screened_out enable row level security;
comment on table private.screened_out is 'Daily totals of people who do not fit the survey. No answer, receipt or address.';

create function public.count_screened_out(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  whose text;
  wait bigint;
begin
  if octet_length(request::text) > 256 then
    perform private.refuse(413, 'too_large', 'A count of people who do not fit names a survey and nothing else.');
  end if;
  request := private.as_json(request);
  -- Only CASE guarantees the order of the checks.
  whose := case when jsonb_typeof(request -> 'side') = 'string' and request = jsonb_build_object('side', request -> 'side')
    then request ->> 'side' end;
  if whose is null or whose not in ('job_seeker', 'employer') then
    return private.turn_away('screened_out', 'D3', 400, 'not_valid', 'Say which survey this is, job_seeker or employer.');
  end if;
  wait := private.attempt('screened_out');
  if wait is not null then
    return private.turn_away('screened_out', 'D4', 429, 'too_many',
      format('Today’s limit for your network is reached: please try again %s.', private.in_words(wait)), wait);
  end if;
  insert into private.screened_out as known (day, side, made_up, n)
  values ((now() at time zone 'utc')::date, whose, false, 1)
  on conflict (day, side, made_up) do update set n = known.n + 1;
  return jsonb_build_object('status', 'counted');
end $$;

comment on function public.count_screened_out(jsonb) is
  'Adds one to today’s total of people whom the survey of {"side"} does not fit, and returns {"status": "counted"}.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.count_screened_out(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.count_screened_out(jsonb) to anon, authenticated;
