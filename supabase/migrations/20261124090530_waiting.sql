-- How moderators learn that a comment waits: by a private feed, and by one POST to an address of theirs. Neither holds a
-- word of any comment, and no e-mail address is kept for it (docs/decisions/0022).

insert into private.setting (name, value, meaning, pattern, takes) values
  ('webhook_url', '', 'Address that gets one POST, {"waiting", "oldest"}, when a comment waits; empty for none. A hosted project needs the extensions pg_cron and pg_net for it.',
    '^(https://[^[:space:]]{1,255}|http://(localhost|127\.0\.0\.1)[:/][^[:space:]]{1,255})?$', 'an address that begins with https://, or nothing');
insert into private.setting (name, value, meaning, least, most) values
  ('webhook_minutes', '30', 'Minutes between two of those POSTs at least; 0 for one at each comment.', 0, 10080);

-- The one feed there is: the digest of the token in its address, and the page that it leads to.
create table private.waiting_feed (
  only_one boolean primary key default true check (only_one),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  page text not null
);
alter table private.waiting_feed enable row level security;

-- The last POST, and the newest comment that waited then.
create table private.notice (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null,
  newest bigint not null
);
alter table private.notice enable row level security;

create function private.waiting() returns table (waiting bigint, oldest timestamptz, newest bigint, reported bigint)
language sql stable set search_path = '' as $$
  select count(*), min(sent_at), max(arrival), (select count(*) from private.reported_comments())
  from private.comment where state = 'pending'
$$;

-- A new address takes the place of the former one.
create function public.renew_waiting_feed(page text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  token constant text := encode(extensions.gen_random_bytes(32), 'hex');
begin
  if page is null or page !~ '^https?://[^[:space:]<>"]{1,255}$' then
    perform private.refuse(400, 'not_valid', 'Name the address of the page on which moderators read.');
  end if;
  insert into private.waiting_feed as known (token_hash, page) values (sha256(convert_to(token, 'utf8')), renew_waiting_feed.page)
  on conflict (only_one) do update set token_hash = excluded.token_hash, page = excluded.page;
  return jsonb_build_object('token', token);
end $$;

-- One entry for what waits and one for what was reported. The id of the first is that of the newest comment, so that a
-- reader of feeds shows it once for each that comes.
create function private.waiting_entries(page text) returns xml
language sql stable set search_path = '' as $$
  select xmlagg(xmlelement(name entry,
    xmlelement(name id, page || '#' || entry.id),
    xmlelement(name title, entry.title),
    xmlelement(name updated, private.feed_time(coalesce(entry.updated, to_timestamp(0)))),
    xmlelement(name link, xmlattributes('alternate' as rel, 'text/html' as type, page as href)),
    xmlelement(name content, xmlattributes('text' as type), entry.content)))
  from private.waiting() as now_waiting, lateral (values
    (waiting, 'waiting-' || newest, format('%s to be read', case waiting when 1 then '1 comment waits' else waiting || ' comments wait' end),
      (select sent_at from private.comment where arrival = newest),
      format('The oldest came in the hour from %s UTC.', to_char(oldest at time zone 'utc', 'FMDD FMMonth YYYY, HH24:MI'))),
    (reported, 'reported-' || (select coalesce(sum(n), 0) from private.report where not settled),
      case reported when 1 then '1 comment was reported' else reported || ' comments were reported' end,
      oldest, 'Reported comments stay as they are, or hidden, until somebody has read them again.')
  ) as entry (n, id, title, updated, content)
  where entry.n > 0
$$;

-- By GET, like the public feed, so that it can count nothing: PostgREST gives a GET a transaction that only reads. A token
-- has 256 bits; what is compared are digests, so that the time taken tells nothing of the token.
create function public.waiting_feed(token text default null, apikey text default null)
returns public."*/*"
language plpgsql stable security definer set search_path = '' as $$
declare
  known private.waiting_feed;
begin
  select * into known from private.waiting_feed
  where octet_length(token) = 64 and token_hash = sha256(convert_to(token, 'utf8'));
  if not found then
    perform private.refuse(404, 'unknown', 'This address is not in use: "npm run moderator -- --feed" makes a new one.');
  end if;
  return private.serve_feed('<?xml version="1.0" encoding="utf-8"?>' || E'\n' || xmlelement(name feed,
    xmlattributes('http://www.w3.org/2005/Atom' as xmlns),
    xmlelement(name id, known.page || '#feed'),
    xmlelement(name title, 'Comments that wait · ' || private.text_setting('site_name')),
    xmlelement(name updated, private.feed_time(coalesce((select oldest from private.waiting()), to_timestamp(0)))),
    xmlelement(name author, xmlelement(name name, private.text_setting('site_name'))),
    xmlelement(name link, xmlattributes('alternate' as rel, 'text/html' as type, known.page as href)),
    private.waiting_entries(known.page))::text, 'private, max-age=300');
end $$;

-- The POST that is due now, {url, body}, or null: something new waits, and the last one is long enough ago. Whoever calls
-- sends it.
create function private.due_notice() returns jsonb
language plpgsql set search_path = '' as $$
declare
  url constant text := private.text_setting('webhook_url');
  pause constant interval := make_interval(mins => private.number_setting('webhook_minutes')::integer);
  told record;
begin
  select * into told from private.waiting();
  if url = '' or told.waiting = 0 then
    return null;
  end if;
  insert into private.notice as last (at, newest) values (now(), told.newest)
  on conflict (only_one) do update set at = excluded.at, newest = excluded.newest
  where last.newest < excluded.newest and last.at <= now() - pause;
  if not found then
    return null;
  end if;
  return jsonb_build_object('url', url, 'body', jsonb_build_object('waiting', told.waiting, 'oldest', private.hour_text(told.oldest)));
end $$;

-- For the scheduler of a hosted project. By its name, because a database without pg_net has no such function
-- (https://supabase.github.io/pg_net/api/).
create function private.send_notice() returns void
language plpgsql set search_path = '' as $$
declare
  notice jsonb;
begin
  if not exists (select from pg_catalog.pg_proc join pg_catalog.pg_namespace on pg_namespace.oid = pronamespace
    where nspname = 'net' and proname = 'http_post')
  then
    return;
  end if;
  notice := private.due_notice();
  if notice is not null then
    execute 'select net.http_post(url := $1, body := $2)' using notice ->> 'url', notice -> 'body';
  end if;
end $$;

comment on function public.renew_waiting_feed(text) is
  'Makes a new token for the feed of what waits, which leads to this page, and returns {"token"}; the former one ends. For the secret key alone.';
comment on function public.waiting_feed(text, text) is
  'By GET with the "token": how many comments wait and since when, as Atom (RFC 4287), without a word of them.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.renew_waiting_feed(text), public.waiting_feed(text, text)
  from public, anon, authenticated, service_role;
grant execute on function public.waiting_feed(text, text) to anon, authenticated;
grant execute on function public.renew_waiting_feed(text) to service_role;
