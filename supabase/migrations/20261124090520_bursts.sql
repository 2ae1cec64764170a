-- What an owner decides before a release: the responses of a day that came by one kind of link faster than people do are
-- held back (protocol 6.2, f_burst) until somebody has looked at them, let them in or left them out, and said why.

-- Days with responses held back, decided or not.
create function private.held_back() returns table (day date, channel private.channel, job_seeker bigint, employer bigint)
language sql stable set search_path = '' as $$
  select submitted_on, held.channel, count(*) filter (where side = 'job_seeker'), count(*) filter (where side = 'employer')
  from (
    select 'job_seeker' as side, submitted_on, channel from private.job_seeker where f_burst and not made_up
    union all
    select 'employer', submitted_on, channel from private.employer where f_burst and not made_up
  ) as held
  group by 1, 2
$$;

create function private.undecided_bursts() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(held) order by day, channel), '[]') from private.held_back() as held
  where not exists (select from private.burst_decision as made where made.day = held.day and made.channel = held.channel)
$$;

create function public.bursts() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'undecided', private.undecided_bursts(),
    'decided', (
      select coalesce(jsonb_agg(to_jsonb(made) - 'id' order by id), '[]') from private.burst_decision as made
    )
  )
$$;

create function public.decide_burst(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  asked constant jsonb := private.as_json(request);
  reason constant text := btrim(asked ->> 'because');
  held record;
begin
  if not coalesce(asked ->> 'day' ~ '^\d{4}-\d{2}-\d{2}$' and jsonb_typeof(asked -> 'keep') = 'boolean'
    and asked ->> 'channel' = any (enum_range(null::private.channel)::text[]), false)
  then
    perform private.refuse(400, 'not_valid', format('Name a day such as 2026-12-01 and one of these channels: %s.',
      array_to_string(enum_range(null::private.channel), ', ')));
  end if;
  if not coalesce(char_length(reason) between 1 and 500, false) then
    perform private.refuse(400, 'not_valid', 'Say why, in 1 to 500 characters: the reason is kept with the decision.');
  end if;
  select * into held from private.held_back() where day::text = asked ->> 'day' and channel::text = asked ->> 'channel';
  if not found then
    perform private.refuse(404, 'unknown', format('Nothing of %s by %s is held back.', asked ->> 'day', asked ->> 'channel'));
  end if;
  -- More may still come by the same link, and nobody would have looked at those.
  if held.day >= (now() at time zone 'utc')::date then
    perform private.refuse(409, 'conflict', 'That day is not over (UTC): decide when it is. A release counts whole days only.');
  end if;
  perform private.decide_burst(held.day, held.channel, (asked -> 'keep')::boolean, reason);
  return to_jsonb(held);
end $$;

comment on function public.bursts() is
  'What is held back and nobody decided on, {undecided: [{day, channel, job_seeker, employer}]}, and every decision, {decided: […]}. For the secret key alone.';
comment on function public.decide_burst(jsonb) is
  'Takes {"day", "channel", "keep", "because"}, lets the responses held back in or leaves them out, and returns how many there were. For the secret key alone.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.bursts(), public.decide_burst(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.bursts(), public.decide_burst(jsonb) to service_role;
