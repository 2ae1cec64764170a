-- What the holder of a receipt code can do: read, correct and withdraw the answers. The code comes in the body
-- of a POST and is looked up by its SHA-256. Unknown, withdrawn, expired and malformed codes get the same answer, byte
-- for byte, and count against the limit of a network where they are read or corrected; a right code never does, so that
-- nobody can use up what its holder needs (docs/decisions/0006). Nothing here raises after the count.

-- Tombstones: the SHA-256 of withdrawn ids, so that a late retry does not store the answers again, and of the hash of a code
-- under which a comment was taken back before it came. A random id has 122 bits and a code more, so neither can be found
-- from its hash; nothing else is kept, not even the day.
create table private.withdrawn (
  id_hash bytea primary key check (octet_length(id_hash) = 32)
);
alter table private.withdrawn enable row level security;

create function private.id_hash(response uuid) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(response::text, 'UTF8'))
$$;

create function private.bury(response uuid) returns void
language sql set search_path = '' as $$
  insert into private.withdrawn (id_hash) values (private.id_hash(response)) on conflict do nothing
$$;

create function private.is_withdrawn(response uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from private.withdrawn where id_hash = private.id_hash(response))
$$;

-- The hash of the code that a request carries; null when it carries none.
create function private.code_in(request jsonb) returns bytea
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(request -> 'code') = 'string' then private.receipt_hash(request ->> 'code') end
$$;

create function private.unknown_code() returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.answer_with(404);
  return jsonb_build_object('status', 'unknown');
end $$;

-- Counts a wrong code and returns the refusal when the rate limit is reached, else null.
create function private.too_many_codes() returns jsonb
language plpgsql set search_path = '' as $$
declare
  wait constant bigint := private.attempt('receipt');
begin
  if wait is null then
    return null;
  end if;
  return private.turn_away('receipt', 'D4', 429, 'too_many',
    format('Too many wrong codes were tried from your network: please try again %s.', private.in_words(wait)), wait);
end $$;

-- The first step of reading and correcting: the size limit, the rate limit of wrong codes, and deleting what has had its time.
create function private.turned_away(request jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  problem constant text := private.too_large(request);
  refusal jsonb;
begin
  if problem is not null then
    return private.turn_away('receipt', null, 413, 'too_large', problem);
  end if;
  if private.response_of(private.code_in(private.as_json(request))) is null then
    refusal := private.too_many_codes();
  end if;
  if refusal is null then
    perform private.expire_responses();
  end if;
  return refusal;
end $$;

create function public.read_response(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  refusal constant jsonb := private.turned_away(request);
  response jsonb;
begin
  if refusal is not null then
    return refusal;
  end if;
  response := private.response_of(private.code_in(private.as_json(request)));
  if response is null then
    return private.unknown_code();
  end if;
  return jsonb_build_object('status', 'found') || response;
end $$;

create function public.correct_response(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  refusal constant jsonb := private.turned_away(request);
  correction constant jsonb := private.as_json(request);
  most constant integer := private.most_corrections();
  code bytea;
  former jsonb;
  problem text;
begin
  if refusal is not null then
    return refusal;
  end if;
  code := private.code_in(correction);
  -- Before the row is read: else parallel corrections would all see the last free revision (a race condition).
  perform private.lock('receipts');
  former := private.response_of(code);
  if former is null then
    return private.unknown_code();
  end if;
  problem := private.correction_problem(former ->> 'side', former ->> 'instrument', correction);
  if problem is not null then
    return private.turn_away('correction', 'D3', 400, 'not_valid', problem);
  end if;
  if (former ->> 'revision')::integer > most then
    return private.turn_away('correction', 'D4', 409, 'corrected_often', format(
      'These answers were corrected %s times, which is as often as they can be: you can still delete them and answer again.', most));
  end if;
  return jsonb_build_object('status', 'corrected', 'revision', private.correct(code, correction -> 'answers'));
end $$;

create function public.withdraw_response(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  problem constant text := private.too_large(request);
  code bytea;
begin
  if problem is not null then
    return private.turn_away('receipt', null, 413, 'too_large', problem);
  end if;
  code := private.code_in(private.as_json(request));
  -- A guess learns nothing from this answer, so it is not limited, and waits for no lock.
  if private.response_of(code) is not null then
    perform private.withdraw(code);
  end if;
  return jsonb_build_object('status', 'done');
end $$;

comment on function public.read_response(jsonb) is
  'Takes {"code"} and returns {"status": "found", side, instrument, submitted_on, kept_until, revision, answers}, or {"status": "unknown"} with 404.';
comment on function public.correct_response(jsonb) is
  'Takes {"code", "instrument", "answers"}, puts the answers in place of the former ones, of the same version, and returns {"status": "corrected", revision}.';
comment on function public.withdraw_response(jsonb) is
  'Takes {"code"}, deletes the response if there is one, and returns {"status": "done"} either way.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.read_response(jsonb), public.correct_response(jsonb), public.withdraw_response(jsonb)
  from public, anon, authenticated, service_role;
grant execute on function public.read_response(jsonb), public.correct_response(jsonb), public.withdraw_response(jsonb)
  to anon, authenticated;
