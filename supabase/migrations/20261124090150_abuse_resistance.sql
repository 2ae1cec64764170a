-- Shared by all public functions: settings, reading a request, and refusals.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

-- Facts about a deployment, which "npm run settings" lists and changes.
create table private.setting (
  name text primary key,
  value text not null,
  meaning text not null,
  -- What it takes: a whole number between two others or, where there is a pattern, a text that fits it, told in words.
  least integer not null default 1,
  most integer not null default 999999999,
  pattern text,
  takes text,
  constraint setting_words check ((pattern is null) = (takes is null)),
  constraint setting_fits check (case
    when pattern is not null then value ~ pattern
    when value ~ '^[0-9]{1,9}$' then value::integer between least and most
    else false end)
);
alter table private.setting enable row level security;

insert into private.setting (name, value, meaning, pattern, takes) values
  ('client_address_header', 'xff-rightmost', 'Which header says who calls: xff-rightmost (the last entry of X-Forwarded-For, which the nearest proxy wrote), cf-connecting-ip (only behind Cloudflare: anybody else can write it), none (all share one limit).',
    '^(xff-rightmost|cf-connecting-ip|none)$', 'xff-rightmost, cf-connecting-ip or none');

insert into private.setting (name, value, meaning) values
  ('site_limit_factor', '3', 'How many times a limit one IPv4 address has, or one IPv6 /48: an office as often as a home. A limit itself is that of an IPv6 /56.'),
  ('provider_limit_factor', '12', 'How many times a limit an IPv4 /16 or an IPv6 /32 has, which are a provider or a large part of one.'),
  ('shared_limit_factor', '100', 'How many times a limit all those share whose address nothing says.'),
  ('challenge_limit', '400', 'Challenges given to one network in its window.'),
  ('response_limit', '200', 'Responses taken from one network in its window; offices and lecture halls share an address.'),
  ('response_usual', '12', 'Proofs for responses that one network asks for on a usual day; above it each costs twice the one before.'),
  ('receipt_limit', '10', 'Wrong receipt codes with which one network may ask to read or correct in its window, and changes of comments with any code; a right one always reads, corrects and withdraws.'),
  ('pow_cost', '1000', 'Iterations of PBKDF2 in one try of a proof of work. The database makes as many for each challenge.'),
  ('pow_counters', '3000', 'Tries that a proof of work takes at most; half as many on average.'),
  ('pow_lifetime_seconds', '600', 'Seconds for which a challenge may be used.'),
  ('response_brake_per_minute', '60', 'Responses stored within a minute above which proofs for them get harder.'),
  ('brake_factor', '4', 'How many times harder a proof gets above such a number.'),
  ('hardest_factor', '16', 'How many times harder a proof gets at most for a network above its usual number, and for whoever fills in the trap. A slow phone takes about two seconds for each; the solver gives up after ninety.');

-- A window is counted in sixty slots, and the key of networks lives for a day at most.
insert into private.setting (name, value, meaning, least, most) values
  ('challenge_window_seconds', '3600', 'Seconds in which challenge_limit holds.', 60, 86400),
  ('response_window_seconds', '86400', 'Seconds in which response_limit holds; they also end with the UTC day, when the key of networks is destroyed.', 60, 86400),
  ('receipt_window_seconds', '3600', 'Seconds in which receipt_limit holds.', 60, 86400),
  ('minimum_seconds', '3', 'Seconds between the challenge and the sending: nobody answers faster.', 0, 300);

-- A missing setting is a defect: it raises an error instead of switching a check off.
create function private.number_setting(wanted text) returns bigint
language plpgsql stable set search_path = '' as $$
declare
  found_value bigint;
begin
  select value::bigint into strict found_value from private.setting where name = wanted;
  return found_value;
end $$;

create function private.text_setting(wanted text) returns text
language plpgsql stable set search_path = '' as $$
declare
  found_value text;
begin
  select value into strict found_value from private.setting where name = wanted;
  return found_value;
end $$;

-- What a setting takes, in words.
create function private.setting_takes(setting private.setting) returns text
language sql immutable set search_path = '' as $$
  select coalesce(setting.takes, format('a whole number from %s to %s', setting.least, setting.most))
$$;

-- One driver of the embedded server hands jsonb over as a JSON string. Null when the string holds no JSON.
create function private.as_json(request jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
begin
  return case jsonb_typeof(request) when 'string' then (request #>> '{}')::jsonb else request end;
exception when others then
  return null;
end $$;

-- Whether a request holds its payload, a proof of work and perhaps the honeypot field ("trap"), and no other key. CASE,
-- because only CASE guarantees that the type is checked before keys are removed from it.
create function private.is_sealed(request jsonb, carried text) returns boolean
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(request) = 'object'
    then request - array[carried, 'proof', 'trap'] = '{}' and jsonb_typeof(coalesce(request -> 'trap', '""')) = 'string'
    else false end
$$;

-- Whether the honeypot field was filled in.
create function private.is_trapped(request jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(request ->> 'trap' <> '', false)
$$;

-- Refusals per day and rule (protocol D1 to D4, decision 0010 for D5), and proofs that took more work than usual, with
-- nothing about the caller. A release prints those about responses in whole tens (src/release/door.ts).

create table private.refusal (
  day date not null,
  kind text not null,
  rule text not null check (rule in ('D1', 'D2', 'D3', 'D4', 'D5', 'harder')),
  n integer not null,
  primary key (day, kind, rule)
);
alter table private.refusal enable row level security;
comment on table private.refusal is
  'Daily totals of what was refused: D1 proof of work, D2 trap filled, D3 not valid, D4 too many, D5 said before; and of harder proofs for networks above their usual number. Kind says what was asked for.';

create function private.count_refusal(asked_for text, broken text) returns void
language sql set search_path = '' as $$
  insert into private.refusal as known (day, kind, rule, n)
  values ((now() at time zone 'utc')::date, asked_for, broken, 1)
  on conflict (day, kind, rule) do update set n = known.n + 1
$$;

-- Sets the status of an answer that is returned, and how many seconds the caller should wait. PostgREST reads both
-- (https://docs.postgrest.org/en/v13/references/transactions.html#response-headers).
create function private.answer_with(status integer, wait bigint default null) returns void
language plpgsql set search_path = '' as $$
begin
  perform set_config('response.status', status::text, true);
  if wait is not null then
    perform set_config('response.headers', json_build_array(json_build_object('Retry-After', wait::text))::text, true);
  end if;
end $$;

-- Refuses without raising: raising would roll back what was counted. The body has the fields of a raised refusal
-- (private.refuse), and a browser on another origin, which may not read Retry-After, finds the seconds in it too.
-- Without a rule nothing is counted.
create function private.turn_away(asked_for text, broken text, status integer, code text, sentence text, wait bigint default null)
returns jsonb
language plpgsql set search_path = '' as $$
begin
  if broken is not null then
    perform private.count_refusal(asked_for, broken);
  end if;
  perform private.answer_with(status, wait);
  return jsonb_strip_nulls(jsonb_build_object('code', code, 'message', sentence, 'retry_after', wait));
end $$;

-- "in 40 seconds", "in about 12 minutes", "in about 5 hours"
create function private.in_words(seconds bigint) returns text
language sql immutable set search_path = '' as $$
  select case
    when seconds <= 1 then 'in a second'
    when seconds < 120 then format('in %s seconds', seconds)
    when seconds < 7200 then format('in about %s minutes', ceil(seconds / 60.0))
    else format('in about %s hours', ceil(seconds / 3600.0))
  end
$$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
