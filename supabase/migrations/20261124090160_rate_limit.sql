-- Rate limits per network that do not store who called. A network's key is a hash with a salt that is deleted after one
-- UTC day; counters are never stored with an answer. Both tables are unlogged: not in the write-ahead log, so in no physical
-- backup; leave them out of logical ones with pg_dump --no-unlogged-table-data.

create unlogged table private.salt (
  day date primary key,
  value bytea not null
);
alter table private.salt enable row level security;

create unlogged table private.hit (
  kind text not null,
  client bytea not null,
  slot timestamptz not null,
  n integer not null,
  primary key (kind, client, slot)
);
alter table private.hit enable row level security;

-- The caller's network: an IPv4 address whole, an IPv6 address as the /56 that a household is given (https://www.ripe.net/publications/docs/ripe-690/, 4.2.2).
-- Null when this header does not name it.
create function private.network_in(header text) returns text
language plpgsql stable set search_path = '' as $$
declare
  headers jsonb := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb;
  said text;
  address inet;
begin
  -- A caller can forge the left part of X-Forwarded-For; the nearest proxy appends the address that it saw.
  said := btrim(case header
    when 'xff-rightmost' then split_part(headers ->> 'x-forwarded-for', ',', -1)
    when 'cf-connecting-ip' then headers ->> 'cf-connecting-ip'
  end);
  -- Some proxies add the port: 192.0.2.1:443, [2001:db8::1]:443.
  said := regexp_replace(said, '^\[([^]]*)\](:\d+)?$', '\1');
  said := regexp_replace(said, '^(\d+\.\d+\.\d+\.\d+):\d+$', '\1');
  said := split_part(said, '%', 1);
  if said is null or said !~ '^[0-9A-Fa-f:.]{2,45}$' then
    return null;
  end if;
  begin
    address := said::inet;
  exception when invalid_text_representation then
    return null;
  end;
  -- A socket that takes both families shows IPv4 as ::ffff:192.0.2.1; its /56 would be the same for every caller.
  address := regexp_replace(host(address), '^::ffff:(\d+\.)', '\1')::inet;
  -- A private address belongs to a proxy or to this machine, so it does not identify a network.
  if address <<= any (array[
    '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16',
    '::1/128', 'fc00::/7', 'fe80::/10'
  ]::inet[]) then
    return null;
  end if;
  return case family(address) when 4 then host(address) else network(set_masklen(address, 56))::text end;
end $$;

-- By the header that the owner trusts.
create function private.client_network() returns text
language sql stable set search_path = '' as $$
  select private.network_in(value) from private.setting where name = 'client_address_header'
$$;

-- The key of the caller's network today; null when there is none.
create function private.client_key() returns bytea
language plpgsql set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  caller constant text := private.client_network();
  salt bytea;
begin
  if caller is null then
    return null;
  end if;
  select value into salt from private.salt where day = today;
  if salt is null then
    insert into private.salt (day, value) values (today, extensions.gen_random_bytes(32)) on conflict do nothing;
    -- With its salt the keys of the day before lose their meaning at once. Their counters go later, in bounded steps: every
    -- other call of this moment waits for this one.
    delete from private.salt where day < today;
    select value into salt from private.salt where day = today;
  end if;
  return extensions.hmac(convert_to(caller, 'utf8'), salt, 'sha256');
end $$;

-- Callers without a key share one rate limit.
create function private.shared_bucket() returns bytea
language sql immutable set search_path = '' as $$ select '\x00'::bytea $$;

create function private.add_hit(counted text, bucket bytea, slot_width interval) returns void
language sql set search_path = '' as $$
  insert into private.hit as known (kind, client, slot, n)
  values (counted, bucket, date_bin(slot_width, now(), 'epoch'), 1)
  on conflict (kind, client, slot) do update set n = known.n + 1
$$;

-- Seconds until the caller's network may do one more of a kind; null when it may now. Locks that network until the
-- transaction ends: without the lock, parallel calls would all see the last free slot (a race condition).
create function private.wait_for(asked_for text) returns bigint
language plpgsql set search_path = '' as $$
declare
  client_or_null constant bytea := private.client_key();
  bucket constant bytea := coalesce(client_or_null, private.shared_bucket());
  allowed constant bigint := private.number_setting(asked_for || '_limit')
    * case when client_or_null is null then private.number_setting('shared_limit_factor') else 1 end;
  span constant interval := make_interval(secs => private.number_setting(asked_for || '_window_seconds'));
  midnight constant timestamptz := date_trunc('day', now(), 'utc') + interval '1 day';
  used bigint;
  oldest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(asked_for || encode(bucket, 'hex'), 0));
  select sum(n), min(slot) into used, oldest
  from private.hit where kind = asked_for and client = bucket and slot > now() - span;
  if coalesce(used, 0) < allowed then
    return null;
  end if;
  -- The salt, and with it the bucket, ends at midnight.
  return greatest(1, ceil(extract(epoch from least(oldest + span, midnight) - now())));
end $$;

create function private.count_hit(counted text) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.add_hit(
    counted,
    coalesce(private.client_key(), private.shared_bucket()),
    make_interval(secs => private.number_setting(counted || '_window_seconds')) / 60
  );
end $$;

-- Rate limit for anything that could be guessed: counts this call, or returns the seconds to wait. Do not raise after it,
-- because that rolls the count back; return private.turn_away(…). Calls beyond the limit are not counted, so that retrying
-- does not prolong the wait.
create function private.attempt(kind text) returns bigint
language plpgsql set search_path = '' as $$
declare
  wait constant bigint := private.wait_for(kind);
begin
  if wait is null then
    perform private.count_hit(kind);
  end if;
  return wait;
end $$;

-- The global rate limit: how much all callers together stored for one purpose in the last minute.

create function private.count_accepted(purpose text) returns void
language sql set search_path = '' as $$
  select private.add_hit('accepted ' || purpose, private.shared_bucket(), interval '1 second')
$$;

create function private.is_braking(purpose text) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(sum(n), 0) > private.number_setting(purpose || '_brake_per_minute')
  from private.hit
  where kind = 'accepted ' || purpose and client = private.shared_bucket() and slot > now() - interval '1 minute'
$$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
