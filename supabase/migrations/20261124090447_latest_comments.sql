-- What was said lately, and how much in each thread, for the pages that lead to the threads. Reads only and counts
-- nothing, and says nothing of what is not approved, like read_thread (docs/decisions/0035).

-- Approved comments in each thread, the fullest first. Of so many threads at most, which bounds the answer: there is one for
-- each essay and chart.
create function private.said_in_threads() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'thread', thread, 'n', n) order by n desc, kind, thread), '[]')
  from (
    select thread_kind as kind, thread_id as thread, sum(n) as n from private.thread_count
    where what <> 'removed' group by thread_kind, thread_id having sum(n) > 0
    order by sum(n) desc, thread_kind, thread_id limit 1000
  ) as said
$$;

-- The beginning of a comment, as much as stands in a list of many.
create function private.beginning(entry private.comment) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', entry.id, 'kind', entry.thread_kind, 'thread', entry.thread_id, 'role', entry.role,
    'text', left(entry.text, private.thread_limit('beginning')),
    'cut', char_length(entry.text) > private.thread_limit('beginning'),
    'sent_at', private.hour_text(entry.sent_at))
$$;

-- Whether this asks for so many comments as may be asked for, and for nothing else.
create function private.is_latest_request(request jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(case when jsonb_typeof(request) = 'object' then
    request - 'limit' = '{}' and jsonb_typeof(request -> 'limit') = 'number' and request ->> 'limit' ~ '^[0-9]{1,2}$'
    and (request ->> 'limit')::integer <= private.thread_limit('latest') end, false)
$$;

create function public.latest_comments(request jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked jsonb;
begin
  if octet_length(request::text) > 1024 then
    perform private.refuse(413, 'too_large', 'Say how many of the latest comments, and nothing else.');
  end if;
  asked := private.as_json(request);
  if not private.is_latest_request(asked) then
    perform private.refuse(400, 'not_valid', 'Say how many of the latest comments, and nothing else.');
  end if;
  return jsonb_build_object(
    'comments', (
      select coalesce(jsonb_agg(private.beginning(entry) order by (entry).arrival desc), '[]') from (
        select entry from private.comment as entry where state = 'approved'
        order by arrival desc limit (asked ->> 'limit')::integer
      ) as newest
    ),
    'threads', private.said_in_threads()
  );
end $$;

comment on function public.latest_comments(jsonb) is
  'Takes {"limit"} and returns {comments, threads}: the beginnings of so many approved comments, newest first, and how many each thread has.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.latest_comments(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.latest_comments(jsonb) to anon, authenticated;
