-- The public view of a thread: approved comments, a page at a time. Reads only and counts nothing, so a cache may keep
-- the answer to a GET.

-- Approved comments of a thread after a cursor, at most so many. There is an index for each order.
create function private.page_of(
  asked_kind private.thread_kind, asked_thread text, newest_first boolean, after_root bigint, after_place bigint, most integer
) returns setof private.comment
language plpgsql stable set search_path = '' as $$
begin
  if newest_first then
    return query select * from private.comment
      where thread_kind = asked_kind and thread_id = asked_thread and state = 'approved'
        and (-root_place, place) > (-after_root, after_place)
      order by -root_place, place limit most;
  else
    return query select * from private.comment
      where thread_kind = asked_kind and thread_id = asked_thread and state = 'approved'
        and (root_place, place) > (after_root, after_place)
      order by root_place, place limit most;
  end if;
end $$;

-- The ancestors of a page's comments that are not shown any more: only that they existed, and their state.
create function private.gone_above(page private.comment[]) returns jsonb
language sql stable set search_path = '' as $$
  with recursive above (id, parent, state) as (
    select gone.id, gone.parent, gone.state
    from private.comment as gone join unnest(page) as shown on gone.id = shown.parent
    union
    select gone.id, gone.parent, gone.state
    from private.comment as gone join above on gone.id = above.parent
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', id, 'parent', parent, 'state', case state when 'rejected' then 'removed' else private.seen_state(state) end
  )), '[]')
  from above where state <> 'approved'
$$;

-- The request for a page; null when it is not one.
create function private.page_request(request jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(request) = 'object' then case
    when request - array['kind', 'thread', 'order', 'after', 'from', 'limit'] = '{}'
      and private.thread_problem(request -> 'kind', request -> 'thread') is null
      and coalesce(request -> 'order', '"newest"') in ('"newest"', '"oldest"')
      and coalesce(request ->> 'after', '0.0') ~ '^[0-9]{1,15}\.[0-9]{1,15}$'
      and coalesce(request ->> 'from', '00000000-0000-0000-0000-000000000000') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      and (request ->> 'after' is null or request ->> 'from' is null)
      and coalesce(request ->> 'limit', '1') ~ '^[0-9]{1,3}$'
      and coalesce(request ->> 'limit', '1')::numeric between 1 and private.thread_limit('longest_page')
    then request end end
$$;

create function public.read_thread(request jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked jsonb;
  asked_kind private.thread_kind;
  asked_thread text;
  newest_first boolean;
  most integer;
  after_root bigint;
  after_place bigint;
  page private.comment[];
  next_page text;
begin
  if octet_length(request::text) > 1024 then
    perform private.refuse(413, 'too_large', 'A request for a thread names it and a page of it, and nothing else.');
  end if;
  asked := private.page_request(private.as_json(request));
  if asked is null then
    perform private.refuse(400, 'not_valid', 'Say which thread, in which order and from where on, and nothing else.');
  end if;
  asked_kind := (asked ->> 'kind')::private.thread_kind;
  asked_thread := asked ->> 'thread';
  newest_first := coalesce(asked ->> 'order', 'newest') = 'newest';
  most := coalesce((asked ->> 'limit')::integer, private.thread_limit('page'));

  after_root := case when newest_first then 9223372036854775807 else 0 end;
  after_place := 0;
  if asked ->> 'after' is not null then
    after_root := split_part(asked ->> 'after', '.', 1)::bigint;
    after_place := split_part(asked ->> 'after', '.', 2)::bigint;
  elsif asked ->> 'from' is not null then
    -- The page that begins with the branch of one comment; the first page when it is not shown.
    select coalesce(max(root_place) + case when newest_first then 1 else -1 end, after_root),
      case when max(root_place) is null then 0 else 9223372036854775807 end
    into after_root, after_place
    from private.comment
    where id = (asked ->> 'from')::uuid and state = 'approved' and thread_kind = asked_kind and thread_id = asked_thread;
  end if;

  page := array(
    select found_row from private.page_of(asked_kind, asked_thread, newest_first, after_root, after_place, most + 1) as found_row
  );
  if cardinality(page) > most then
    page := page[1:most];
    next_page := (page[most]).root_place || '.' || (page[most]).place;
  end if;

  return jsonb_build_object(
    'kind', asked_kind,
    'thread', asked_thread,
    'closed', coalesce((select closed from private.thread where kind = asked_kind and id = asked_thread), false),
    'counts', (
      select coalesce(jsonb_object_agg(what, n), '{}') from private.thread_count
      where thread_kind = asked_kind and thread_id = asked_thread and n > 0
    ),
    'comments', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'parent', parent, 'role', role, 'text', text, 'sent_at', private.hour_text(sent_at), 'edited', revision > 1
      ) order by ordinality), '[]') from unnest(page) with ordinality
    ),
    'gone', private.gone_above(page),
    'next', next_page
  );
end $$;

comment on function public.read_thread(jsonb) is
  'Takes {"kind", "thread"} and perhaps "order" (newest, oldest), "limit", and "after" (a former "next") or "from" (a comment), and returns {kind, thread, closed, counts, comments, gone, next}: approved comments, a reply always after what it answers, and the places of those above them that are not shown.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.read_thread(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.read_thread(jsonb) to anon, authenticated;
