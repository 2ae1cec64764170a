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

create function private.ipv4(bytes bytea) returns inet
language sql immutable set search_path = '' as $$
  select format('%s.%s.%s.%s', get_byte(bytes, 0), get_byte(bytes, 1), get_byte(bytes, 2), get_byte(bytes, 3))::inet
$$;

-- The caller's address; null when this header does not name it. An IPv6 address that stands for an IPv4 one is that one.
create function private.address_in(header text) returns inet
language plpgsql stable set search_path = '' as $$
declare
  headers jsonb := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb;
  said text;
  address inet;
  bytes bytea;
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
  -- The bytes of an address begin with four others: family, bits, kind and length.
  bytes := substr(inet_send(address), 5);
  address := case
    -- A socket that takes both families shows IPv4 as ::ffff:192.0.2.1, a translator as 64:ff9b::192.0.2.1 (RFC 6052).
    when address <<= any (array['::ffff:0:0/96', '64:ff9b::/96']::inet[]) then private.ipv4(substr(bytes, 13, 4))
    -- 6to4 (RFC 3056) gives a /48 to each IPv4 address, and Teredo (RFC 4380) hides one, inverted.
    when address <<= '2002::/16' then private.ipv4(substr(bytes, 3, 4))
    when address <<= '2001::/32' then ~private.ipv4(substr(bytes, 13, 4))
    else address
  end;
  -- A private address belongs to a proxy or to this machine, so it does not identify a network.
  if address <<= any (array[
    '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16',
    '::1/128', 'fc00::/7', 'fe80::/10'
  ]::inet[]) then
    return null;
  end if;
  return address;
end $$;

-- The networks that the caller is part of, from the narrowest to the widest; none when this header names no address. Of IPv6 the /56 that a
-- household is given (https://www.ripe.net/publications/docs/ripe-690/, 4.2), the /48 of a site and the /32 of a provider.
-- An IPv4 address has what a site has: an office stands behind it as often as a home, and by 6to4 it has a /48.
create function private.networks_in(header text) returns text[]
language plpgsql stable set search_path = '' as $$
declare
  address constant inet := private.address_in(header);
begin
  return case family(address)
    when 4 then array[host(address), network(set_masklen(address, 16))::text]
    when 6 then array(select network(set_masklen(address, bits))::text from unnest(array[56, 48, 32]) with ordinality as mask (bits, rank) order by rank)
    else array[]::text[]
  end;
end $$;

-- By the header that the owner trusts.
create function private.client_networks() returns text[]
language sql stable set search_path = '' as $$
  select private.networks_in(private.text_setting('client_address_header'))
$$;

-- The salt of today. Its first call makes it.
create function private.salt_of_today() returns bytea
language plpgsql set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  salt bytea;
begin
  select value into salt from private.salt where day = today;
  if salt is null then
    insert into private.salt (day, value) values (today, extensions.gen_random_bytes(32)) on conflict do nothing;
    -- With its salt the keys of the day before lose their meaning at once. Their counters go later, in bounded steps: every
    -- other call of this moment waits for this one.
    delete from private.salt where day < today;
    select value into salt from private.salt where day = today;
  end if;
  return salt;
end $$;

-- What counts for a caller: the key of a network today, and how many times a limit it has.
create type private.bucket as (client bytea, times bigint);

-- Callers without an address share one counter.
create function private.shared_bucket() returns bytea
language sql immutable set search_path = '' as $$ select '\x00'::bytea $$;

-- The counters of the caller, of each network from the narrowest to the widest, which is the order in which they are locked.
create function private.buckets() returns private.bucket[]
language plpgsql set search_path = '' as $$
declare
  networks constant text[] := private.client_networks();
  widest constant integer := cardinality(networks);
  salt bytea;
begin
  if widest = 0 then
    return array[row(private.shared_bucket(), private.number_setting('shared_limit_factor'))::private.bucket];
  end if;
  salt := private.salt_of_today();
  return array(
    select row(extensions.hmac(convert_to(networks[place], 'utf8'), salt, 'sha256'), case widest - place
      when 0 then private.number_setting('provider_limit_factor')
      when 1 then private.number_setting('site_limit_factor')
      else 1 end)::private.bucket
    from generate_series(1, widest) as place order by place
  );
end $$;

create function private.add_hit(counted text, bucket bytea, slot_width interval) returns void
language sql set search_path = '' as $$
  insert into private.hit as known (kind, client, slot, n)
  values (counted, bucket, date_bin(slot_width, now(), 'epoch'), 1)
  on conflict (kind, client, slot) do update set n = known.n + 1
$$;

-- Seconds until each of the caller's networks may do one more of a kind; null when they may now. Locks those networks until
-- the transaction ends: without the lock, parallel calls would all see the last free slot (a race condition).
create function private.wait_for(asked_for text) returns bigint
language plpgsql set search_path = '' as $$
declare
  allowed constant bigint := private.number_setting(asked_for || '_limit');
  span constant interval := make_interval(secs => private.number_setting(asked_for || '_window_seconds'));
  midnight constant timestamptz := date_trunc('day', now(), 'utc') + interval '1 day';
  longest bigint;
  bucket private.bucket;
  used bigint;
  oldest timestamptz;
begin
  foreach bucket in array private.buckets() loop
    perform pg_advisory_xact_lock(hashtextextended(asked_for || encode(bucket.client, 'hex'), 0));
    select sum(n), min(slot) into used, oldest
    from private.hit where kind = asked_for and client = bucket.client and slot > now() - span;
    if used >= allowed * bucket.times then
      -- The salt, and with it the bucket, ends at midnight.
      longest := greatest(longest, 1, ceil(extract(epoch from least(oldest + span, midnight) - now())));
    end if;
  end loop;
  return longest;
end $$;

create function private.count_hit(counted text) returns void
language plpgsql set search_path = '' as $$
declare
  span constant interval := make_interval(secs => private.number_setting(counted || '_window_seconds'));
  bucket private.bucket;
begin
  foreach bucket in array private.buckets() loop
    perform private.add_hit(counted, bucket.client, span / 60);
  end loop;
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

-- What was counted of a network today, such as the proofs that it asked for ('asked ' || purpose).
create function private.today_of(counted text, network bytea) returns bigint
language sql stable set search_path = '' as $$
  select coalesce(sum(n), 0) from private.hit
  where kind = counted and client = network and slot >= date_trunc('day', now(), 'utc')
$$;

-- Counts one more against the usual number of a day, a proof that is asked for or a response that is stored, from the narrowest
-- network of the caller to the widest, and not around one that is above its own: that one answers for it already, and alone must
-- not make its neighbours do so. private.wait_for has locked them.
create function private.count_usual(counted text, purpose text) returns void
language plpgsql set search_path = '' as $$
declare
  usual constant bigint := private.number_setting(purpose || '_usual');
  bucket private.bucket;
begin
  foreach bucket in array private.buckets() loop
    perform private.add_hit(counted || ' ' || purpose, bucket.client, interval '1 day' / 60);
    exit when private.today_of(counted || ' ' || purpose, bucket.client) > usual * bucket.times;
  end loop;
end $$;

-- How many times harder a proof for this purpose is for the caller: it doubles with each that one of its networks asks for
-- above its usual number of a day. What is asked for counts, not what is stored: else easy proofs could be laid in before.
create function private.network_factor(purpose text) returns bigint
language plpgsql set search_path = '' as $$
declare
  usual constant bigint := private.number_setting(purpose || '_usual');
  excess bigint;
begin
  select max(private.today_of('asked ' || purpose, bucket.client) - usual * bucket.times) into excess
  from unnest(private.buckets()) as bucket;
  return least(private.number_setting('hardest_factor'), 2 ^ least(greatest(excess, 0), 30));
end $$;

-- Whether one more stored for this purpose is above the usual number of a day for one of the caller's networks: its proofs may
-- have been asked for elsewhere, or before midnight.
create function private.sends_above_usual(purpose text) returns boolean
language plpgsql set search_path = '' as $$
declare
  usual constant bigint := private.number_setting(purpose || '_usual');
begin
  return exists (
    select from unnest(private.buckets()) as bucket
    where private.today_of('stored ' || purpose, bucket.client) >= usual * bucket.times
  );
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
