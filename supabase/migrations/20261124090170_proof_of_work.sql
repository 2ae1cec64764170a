-- Proof of work in the format of ALTCHA, version 2, in its deterministic mode (docs/decisions/0005): the database picks
-- a counter, derives its key and gives away the first half; the browser tries counters until a key begins with it.
-- https://altcha.org/docs/v2/proof-of-work-captcha

create table private.secret (
  name text primary key,
  value bytea not null
);
alter table private.secret enable row level security;
insert into private.secret (name, value) values ('proof', extensions.gen_random_bytes(32));

create table private.used_challenge (
  -- SHA-256 of the challenge's signature.
  challenge bytea primary key,
  expires_at timestamptz not null
);
create index on private.used_challenge (expires_at);
alter table private.used_challenge enable row level security;

-- What a challenge may be asked for.
create type private.purpose as enum ('response', 'comment', 'report');

create function private.sign(message text) returns text
language sql stable set search_path = '' as $$
  select encode(extensions.hmac(convert_to(message, 'utf8'), value, 'sha256'), 'hex') from private.secret where name = 'proof'
$$;

-- Compared by their digests, so that the time taken does not reveal how much of a guess is right (a timing attack).
create function private.is_signature(given text, message text) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(sha256(convert_to(given, 'utf8')) = sha256(convert_to(private.sign(message), 'utf8')), false)
$$;

-- PBKDF2 with HMAC-SHA-256, one block of 32 bytes (https://www.rfc-editor.org/rfc/rfc8018#section-5.2).
create function private.pbkdf2(password bytea, salt bytea, iterations bigint) returns bytea
language plpgsql immutable set search_path = '' as $$
declare
  u bytea := extensions.hmac(salt || '\x00000001'::bytea, password, 'sha256');
  -- bytea has no exclusive or; a bit string has.
  block bit(256) := ('x' || encode(u, 'hex'))::bit(256);
begin
  for i in 2..iterations loop
    u := extensions.hmac(u, password, 'sha256');
    block := block # ('x' || encode(u, 'hex'))::bit(256);
  end loop;
  return int8send(substring(block from 1 for 64)::bit(64)::bigint)
    || int8send(substring(block from 65 for 64)::bit(64)::bigint)
    || int8send(substring(block from 129 for 64)::bit(64)::bigint)
    || int8send(substring(block from 193 for 64)::bit(64)::bigint);
end $$;

-- What the signature of a solution covers; it is itself a parameter, and so bound to its challenge.
create function private.solution_text(counter text, derived_key text) returns text
language sql immutable set search_path = '' as $$
  select concat_ws(' ', 'solution', counter, derived_key)
$$;

-- What the signature of a challenge covers: every parameter. The text of jsonb is canonical (one order of keys, no
-- doubles), so no two sets of parameters have the same, however the browser wrote them.
create function private.challenge_text(parameters jsonb) returns text
language sql immutable set search_path = '' as $$
  select 'challenge ' || parameters::text
$$;

-- A fresh challenge. Every number in it is whole: JavaScript would write 1.50 back as 1.5.
create function private.new_challenge(purpose private.purpose, times bigint) returns jsonb
language plpgsql set search_path = '' as $$
declare
  nonce constant bytea := extensions.gen_random_bytes(16);
  salt constant bytea := extensions.gen_random_bytes(16);
  cost constant bigint := private.number_setting('pow_cost');
  -- The browser sends 32 bits without a sign, int4send writes them with one.
  counters constant bigint := least(private.number_setting('pow_counters') * times, 2147483647);
  -- From 0, where the solver starts: with a lower bound above 0 an attacker who reads this code would skip the rest.
  counter constant integer := ('x' || encode(extensions.gen_random_bytes(7), 'hex'))::bit(56)::bigint % counters;
  key constant text := encode(private.pbkdf2(nonce || int4send(counter), salt, cost), 'hex');
  seconds constant numeric := extract(epoch from now());
  minimum constant numeric := private.number_setting('minimum_seconds');
  parameters constant jsonb := jsonb_build_object(
    'algorithm', 'PBKDF2/SHA-256',
    'cost', cost,
    'data', jsonb_build_object(
      'purpose', purpose,
      'times', times,
      'iat', floor(seconds),
      -- One second more, because iat is rounded down: a client that waits the difference is never too early.
      'nbf', floor(seconds) + minimum + sign(minimum)
    ),
    'expiresAt', floor(seconds) + private.number_setting('pow_lifetime_seconds'),
    'keyLength', 32,
    'keyPrefix', left(key, 32),
    'keySignature', private.sign(private.solution_text(counter::text, key)),
    'nonce', encode(nonce, 'hex'),
    'salt', encode(salt, 'hex')
  );
begin
  return jsonb_build_object(
    'parameters', parameters,
    'signature', private.sign(private.challenge_text(parameters))
  );
end $$;

-- What is wrong with a proof, as a code, or null. A proof is the payload of the official solver:
-- {"challenge": {"parameters", "signature"}, "solution": {"counter", "derivedKey"}}. Nothing in it is read before the
-- signature says that it is ours. Whether it was used before is checked by private.spend_proof, at the time of
-- storing: a check here would be a race condition.
create function private.proof_problem(proof jsonb, wanted private.purpose) returns text
language plpgsql stable set search_path = '' as $$
declare
  parameters constant jsonb := proof -> 'challenge' -> 'parameters';
  solution constant jsonb := proof -> 'solution';
  seconds constant numeric := extract(epoch from now());
begin
  if parameters is null then
    return 'proof_missing';
  end if;
  if not private.is_signature(proof -> 'challenge' ->> 'signature', private.challenge_text(parameters))
    or parameters -> 'data' ->> 'purpose' <> wanted::text
  then
    return 'proof_not_valid';
  end if;
  if seconds > (parameters ->> 'expiresAt')::numeric then
    return 'proof_expired';
  end if;
  if seconds < (parameters -> 'data' ->> 'nbf')::numeric then
    return 'too_soon';
  end if;
  -- Types first: "7" and 7 have one text.
  if jsonb_typeof(solution -> 'counter') is distinct from 'number'
    or jsonb_typeof(solution -> 'derivedKey') is distinct from 'string'
    or not private.is_signature(
      parameters ->> 'keySignature',
      private.solution_text(solution ->> 'counter', solution ->> 'derivedKey')
    )
  then
    return 'proof_not_valid';
  end if;
  return null;
end $$;

-- Spends a proof without a problem: true the first time. Of two calls at the same time, the second waits for the first to end.
create function private.spend_proof(proof jsonb) returns boolean
language plpgsql set search_path = '' as $$
begin
  insert into private.used_challenge (challenge, expires_at)
  values (
    sha256(convert_to(proof -> 'challenge' ->> 'signature', 'utf8')),
    to_timestamp((proof #>> '{challenge,parameters,expiresAt}')::double precision)
  )
  on conflict do nothing;
  return found;
end $$;

-- Refuses a proof with the sentence of its problem, counted as D1.
create function private.turn_away_proof(asked_for text, problem text, proof jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  wait constant bigint := case problem
    when 'too_soon' then greatest(1, ceil((proof #>> '{challenge,parameters,data,nbf}')::numeric - extract(epoch from now())))
  end;
begin
  return private.turn_away(asked_for, 'D1', case problem when 'too_soon' then 429 else 400 end, problem, case problem
    when 'proof_missing' then 'The short calculation that a browser makes before sending is missing: reload the page and send again.'
    when 'proof_expired' then 'The calculation that your browser made before sending is too old: please send again.'
    when 'proof_used' then 'The calculation that your browser made was used for something else before: please send again.'
    when 'too_soon' then format('That came faster than anybody can answer: please send again %s.', private.in_words(wait))
    else 'The calculation that your browser made before sending did not come out right: please send again.'
  end, wait);
end $$;

-- Honeypot: a hidden field that programs fill in, and password managers sometimes. Whoever fills it in is asked for the
-- hardest proof, which is enough; the refusal of an easier one, or null. Expects a proof without a problem.
create function private.turned_away_by_trap(asked_for text, request jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  if not private.is_trapped(request)
    or (request #>> '{proof,challenge,parameters,data,times}')::bigint >= private.number_setting('hardest_factor')
  then
    return null;
  end if;
  return private.turn_away(asked_for, 'D2', 400, 'proof_too_easy',
    'Something filled in a field that nobody sees, as programs do: please send again, which takes your browser a little longer.');
end $$;

-- Deletes so many expired proofs, and keys and counters of earlier days, at most. Waits for none of them: a call that began
-- before midnight may hold one and wait for a thread, which whoever clears up holds already.
create function private.tidy(most integer) returns void
language plpgsql set search_path = '' as $$
begin
  -- One at a time; a second call would have nothing to delete.
  if not pg_try_advisory_xact_lock(hashtextextended('private.tidy', 0)) then
    return;
  end if;
  delete from private.salt where day in (
    select day from private.salt where day < (now() at time zone 'utc')::date for update skip locked
  );
  delete from private.hit where ctid = any (array(
    select ctid from private.hit where slot < date_trunc('day', now(), 'utc') limit most for update skip locked
  ));
  delete from private.used_challenge where challenge in (
    select challenge from private.used_challenge where expires_at < now() limit most for update skip locked
  );
end $$;

create function public.challenge(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  purpose text;
  harder boolean;
  factor bigint;
  wait bigint;
  made jsonb;
begin
  if octet_length(request::text) > 256 then
    perform private.refuse(413, 'too_large', 'A request for a challenge says what it is for and nothing else.');
  end if;
  request := private.as_json(request);
  -- Only CASE guarantees the order of the checks.
  purpose := case when jsonb_typeof(request -> 'purpose') = 'string' and request - array['purpose', 'harder'] = '{}'
    and coalesce(request -> 'harder', 'true') = 'true' then request ->> 'purpose' end;
  harder := request ? 'harder';
  if purpose is null or purpose <> all (enum_range(null::private.purpose)::text[]) then
    perform private.refuse(400, 'not_valid', 'Say what the challenge is for, and nothing else.');
  end if;

  wait := private.attempt('challenge');
  if wait is not null then
    return private.turn_away(purpose, 'D4', 429, 'too_many',
      format('Too many requests came from your network: please try again %s.', private.in_words(wait)), wait);
  end if;
  -- Not every host has a scheduler in the database, so one call in a hundred takes a small step. Here, where nothing is
  -- locked but the counters of one network: whatever is sent needs a challenge first.
  if random() < 0.01 then
    perform private.clear_some(200);
  end if;
  perform private.count_usual('asked', purpose);
  factor := private.network_factor(purpose);
  made := private.new_challenge(purpose::private.purpose, greatest(
    factor,
    case when harder then private.number_setting('hardest_factor') end,
    case when private.is_braking(purpose) then private.number_setting('brake_factor') end
  ));
  -- Last, because all networks share this row, and making a challenge takes a while.
  if factor > 1 then
    perform private.count_refusal(purpose, 'harder');
  end if;
  return made;
end $$;

comment on function public.challenge(jsonb) is
  'Gives a signed proof-of-work challenge (ALTCHA, version 2) for {"purpose": "response"}, "comment" or "report"; with "harder": true the hardest, for whoever has filled in the trap. 429 when asked too often.';

revoke execute on function public.challenge(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.challenge(jsonb) to anon, authenticated;
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
