-- Written by "npm run instrument" from src/thread. Do not edit.

-- Who wrote a comment, in words.
create function private.feed_author(role private.comment_role) returns text
language sql immutable set search_path = '' as $$
  select case role
    when 'job_seeker' then 'A job seeker'
    when 'recruiter' then 'A recruiter'
    when 'hiring_manager' then 'A hiring manager'
    when 'other' then 'A reader'
    when 'none' then 'A reader'
    when 'site' then 'This site'
  end
$$;

-- A text without the characters that XML 1.0 forbids even as references (https://www.w3.org/TR/xml/#charsets);
-- xmlelement escapes markup.
create function private.xml_text(clean text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(clean, '[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]', '', 'g')
$$;

create function private.feed_time(moment timestamptz) returns text
language sql immutable set search_path = '' as $$
  select to_char(moment at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

-- The id of a feed (RFC 4151): its authority is the host, such as nobutwhy.example, which several sites may share.
create function private.feed_tag(site text, path text) returns text
language sql immutable set search_path = '' as $$
  select format('tag:%s,2026:%sthreads%s', substring(site from '://([^:/]+)'), substring(site from '://[^/]+/(.*)') || '/', path)
$$;

-- Such as “told by day”: the database knows no titles.
create function private.thread_words(kind private.thread_kind, thread text) returns text
language sql immutable set search_path = '' as $$
  select format('the %s “%s”', kind, replace(thread, '-', ' '))
$$;

create function private.comment_link(site text, comment private.comment) returns text
language sql immutable set search_path = '' as $$
  -- How somebody came here, as every link of ours that leaves says it (src/survey/channel.ts).
  select format('%s/%ss/%s/?from=feed#comment-%s', site, comment.thread_kind, comment.thread_id, comment.id)
$$;

-- The id of an entry in a feed. Made of the comment’s id alone, so that it stays the same when the site moves.
create function private.entry_id(comment private.comment) returns text
language sql immutable set search_path = '' as $$
  select 'urn:uuid:' || comment.id
$$;

create function private.feed_entry(entry private.comment, site text) returns xml
language sql stable set search_path = '' as $$
  select xmlelement(name entry,
    xmlelement(name id, private.entry_id(entry)),
    xmlelement(name title, private.feed_author(entry.role) || case when entry.parent is null then ' on ' else ' in reply, on ' end
      || private.thread_words(entry.thread_kind, entry.thread_id)),
    xmlelement(name author, xmlelement(name name, private.feed_author(entry.role))),
    xmlelement(name published, private.feed_time(entry.sent_at)),
    xmlelement(name updated, private.feed_time(entry.sent_at)),
    xmlelement(name link, xmlattributes('alternate' as rel, 'text/html' as type, private.comment_link(site, entry) as href)),
    -- A removed parent is not mentioned, not even by its id.
    (
      select xmlelement(name "thr:in-reply-to", xmlattributes(
        private.entry_id(above) as ref, 'text/html' as type, private.comment_link(site, above) as href))
      from private.comment as above where above.id = entry.parent and above.state = 'approved'
    ),
    xmlelement(name content, xmlattributes('text' as type), private.xml_text(entry.text)))
$$;

-- Each order has an index. In a thread it is that of publication; places in different threads say nothing about each
-- other, so all of them are in the order in which they were sent.
create index comment_latest on private.comment (thread_kind, thread_id, place) where state = 'approved';

create function private.newest_comments(asked_kind private.thread_kind, asked_thread text) returns private.comment[]
language plpgsql stable set search_path = '' as $$
begin
  if asked_kind is null then
    return array(
      select one from private.comment as one where state = 'approved' order by arrival desc limit 50
    );
  end if;
  return array(
    select one from private.comment as one
    where thread_kind = asked_kind and thread_id = asked_thread and state = 'approved'
    order by place desc limit 50
  );
end $$;

-- The feed of a thread, or of all when none is named, newest first.
create function private.feed(asked_kind private.thread_kind, asked_thread text, site text) returns text
language plpgsql stable set search_path = '' as $$
declare
  page constant private.comment[] := private.newest_comments(asked_kind, asked_thread);
  path constant text := case when asked_kind is null then '/' else format('/%ss/%s/', asked_kind, asked_thread) end;
begin
  return '<?xml version="1.0" encoding="utf-8"?>' || E'
' || xmlelement(name feed,
    xmlattributes('http://www.w3.org/2005/Atom' as xmlns, 'http://purl.org/syndication/thread/1.0' as "xmlns:thr"),
    xmlelement(name id, private.feed_tag(site, path)),
    xmlelement(name title, case when asked_kind is null then 'All comments'
      else 'Comments on ' || private.thread_words(asked_kind, asked_thread) end || ' · ' || private.text_setting('site_name')),
    xmlelement(name subtitle, 'A person read each comment before it appeared. What is removed is gone from here, too.'),
    -- Without comments: a constant, so that the feed is identical at each call.
    xmlelement(name updated, private.feed_time(coalesce(
      (select max((page[n]).sent_at) from generate_series(1, cardinality(page)) as n), to_timestamp(0)))),
    xmlelement(name author, xmlelement(name name, 'Readers of ' || private.text_setting('site_name'))),
    -- None to itself: it may have been asked for here or at its address on the site, where a host redirects.
    xmlelement(name link, xmlattributes('alternate' as rel, 'text/html' as type, site || path as href)),
    (
      select xmlagg(entry order by n) from (
        select n, entry, sum(octet_length(entry::text)) over (order by n) as so_far
        from (
          select n, private.feed_entry(page[n], site) as entry from generate_series(1, cardinality(page)) as n
        ) as each_entry
      ) as measured where so_far <= 262144
    ))::text;
end $$;

-- PostgREST’s name for a function that says itself what it sends, whatever the caller asked for: readers of feeds ask for
-- all kinds of things (https://docs.postgrest.org/en/v13/references/api/media_type_handlers.html#the-any-handler). In the
-- exposed schema because PostgREST casts to it as the caller.
create domain public."*/*" as bytea;

-- Whether the caller’s cache is current (If-None-Match, RFC 9110 13.1.2). A gateway may have made our ETag a weak one.
create function private.holds(tag text) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(position(tag in nullif(current_setting('request.headers', true), '')::jsonb ->> 'if-none-match') > 0, false)
$$;

-- What PostgREST answers for a feed: its bytes, or nothing to a caller whose cache holds them (304).
create function private.serve_feed(feed text, cache_control text) returns bytea
language plpgsql volatile set search_path = '' as $$
declare
  body constant bytea := convert_to(feed, 'utf8');
  tag constant text := '"' || left(encode(sha256(body), 'hex'), 32) || '"';
begin
  perform set_config('response.headers', jsonb_build_array(
    jsonb_build_object('Content-Type', 'application/atom+xml; charset=utf-8'),
    jsonb_build_object('Cache-Control', cache_control),
    jsonb_build_object('ETag', tag)
  )::text, true);
  if private.holds(tag) then
    perform set_config('response.status', '304', true);
    return '';
  end if;
  return body;
end $$;

-- Takes one of so many places until the end of the call; false when none is free.
create function private.takes_place(among text, places integer) returns boolean
language sql volatile set search_path = '' as $$
  select exists (
    select from generate_series(1, places) as place where pg_try_advisory_xact_lock(hashtext(among), place)
  )
$$;

-- Takes one of the places in which feeds are put together, for all and for the caller's provider. A call by GET may write nothing
-- (https://docs.postgrest.org/en/v13/references/transactions.html#access-mode), so no caller can be counted.
create function private.takes_feed_place() returns boolean
language sql volatile set search_path = '' as $$
  select (networks = '{}' or private.takes_place('comment_feed ' || networks[cardinality(networks)], 2))
    and private.takes_place('comment_feed', 4)
  from private.client_networks() as networks
$$;

-- Changes nothing and counts nothing. One gateway leaves the key in the query, where PostgREST takes it for an argument.
create function public.comment_feed(kind text default null, thread text default null, site text default null, apikey text default null)
returns public."*/*"
language plpgsql stable security definer set search_path = '' as $$
begin
  -- A caller may not make a feed of ours lead elsewhere, once its owner has said where it leads.
  site := coalesce(nullif(private.text_setting('site_url'), ''), site);
  if site is null or char_length(site) > 300 or site !~ '^https?://[a-z0-9.-]+(:[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*$'
    or (kind is not null or thread is not null) and private.thread_problem(to_jsonb(kind), to_jsonb(thread)) is not null
  then
    perform private.refuse(400, 'not_valid', 'Ask for the feed of one thread or of all, and say which site it is for.');
  end if;
  if not private.takes_feed_place() then
    perform private.refuse(429, 'too_many', 'Many ask for feeds at this moment: please try again in a minute.');
  end if;
  return private.serve_feed(private.feed(kind::private.thread_kind, thread, site), 'public, max-age=300');
end $$;

comment on function public.comment_feed(text, text, text, text) is
  'By GET with "kind" and "thread", or neither for all threads, and "site", the address that links lead to, without its last slash: the newest approved comments as Atom (RFC 4287).';

revoke execute on function public.comment_feed(text, text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.comment_feed(text, text, text, text) to anon, authenticated;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
