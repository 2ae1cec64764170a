-- What a moderator does, and the record of it. Both functions look up the caller at every call; each change writes one
-- row of the record in its own transaction, so neither stands without the other.

-- Append-only, and without a word of any comment. The hour, because an exact time beside the number of its transaction
-- (xmin) would tell when all others were. No foreign keys: it stays when a comment or an account is gone.
create table private.moderation (
  id bigint primary key generated always as identity,
  done_at timestamptz not null default date_trunc('hour', now(), 'utc'),
  moderator uuid not null,
  action private.moderation_action not null,
  thread_kind private.thread_kind not null,
  thread_id text not null,
  comment uuid,
  revision integer,
  from_state private.comment_state,
  from_reason private.rejection,
  to_state private.comment_state,
  to_reason private.rejection,
  constraint moderation_subject check ((comment is null) = (action in ('close', 'reopen')))
);
create index on private.moderation (comment, id);
alter table private.moderation enable row level security;

create function private.keep_record() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'The record of moderation is only added to.';
end $$;
create trigger keep_record before update or delete or truncate on private.moderation
  for each statement execute function private.keep_record();

-- The state that an action leads to from another; null where it makes no sense.
create function private.state_after(action private.moderation_action, state private.comment_state) returns private.comment_state
language sql immutable set search_path = '' as $$
  select case
    when action = 'approve' and state in ('pending', 'approved', 'hidden_by_reports') then 'approved'
    when action = 'sign' and state = 'pending' then 'approved'
    when action = 'restore' and state in ('rejected', 'hidden_by_reports', 'hidden_by_moderator') then 'approved'
    when action = 'reject' and state in ('pending', 'approved', 'hidden_by_reports', 'hidden_by_moderator') then 'rejected'
    when action = 'hide' and state in ('approved', 'hidden_by_reports') then 'hidden_by_moderator'
  end::private.comment_state
$$;

-- Puts a comment into a state; what is shown for the first time gets its place.
create function private.put_into_state(former private.comment, new_state private.comment_state, new_reason private.rejection)
returns void
language plpgsql set search_path = '' as $$
declare
  new_place bigint := former.place;
begin
  if new_state = 'approved' and former.place is null then
    update private.thread set last_place = last_place + 1
    where kind = former.thread_kind and id = former.thread_id returning last_place into new_place;
  end if;
  update private.comment set
    state = new_state, reason = new_reason, reviewed = (new_state = 'approved' and former.place is not null),
    place = new_place,
    root_place = coalesce(former.root_place, case when new_place is not null then
      coalesce((select above.root_place from private.comment as above where above.id = former.parent), new_place) end)
  where id = former.id;
end $$;

create function private.refuse_changed() returns void
language sql set search_path = '' as $$
  select private.refuse(409, 'changed', 'This has changed since you read it: look at it again.')
$$;

-- What undoing the last decision on a comment leads back to. Refuses when nothing can be undone.
create function private.last_decision(former private.comment) returns private.moderation
language plpgsql stable set search_path = '' as $$
declare
  last private.moderation;
begin
  select * into last from private.moderation where comment = former.id order by id desc limit 1;
  if last.id is null or last.action = 'undo' or last.to_state is distinct from former.state or last.revision <> former.revision then
    perform private.refuse(409, 'conflict', 'There is nothing to undo.');
  end if;
  return last;
end $$;

create function private.moderate_comment(moderator uuid, asked jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked_action constant private.moderation_action := asked ->> 'action';
  former private.comment;
  last private.moderation;
  new_state private.comment_state;
  new_reason private.rejection := asked ->> 'reason';
begin
  select * into former from private.comment where id = (asked ->> 'comment')::uuid;
  perform private.hold_thread(former.thread_kind, former.thread_id);
  select * into former from private.comment where id = former.id for update;
  if former.id is null or former.state = 'removed_by_author' then
    perform private.refuse(404, 'unknown', 'This comment is not there any more.');
  end if;
  -- The words may have changed since the moderator read them: a decision is about the version that was read.
  if former.revision <> (asked ->> 'revision')::integer then
    perform private.refuse_changed();
  end if;

  if asked_action = 'undo' then
    last := private.last_decision(former);
    new_state := last.from_state;
    new_reason := last.from_reason;
  else
    new_state := private.state_after(asked_action, former.state);
  end if;
  if new_state is null
    or (asked_action = 'approve' and former.state = 'approved' and not exists (select from private.report where comment = former.id and not settled))
  then
    perform private.refuse_changed();
  end if;
  if former.text is null and new_state <> 'rejected' then
    perform private.refuse(409, 'conflict', 'The words of this comment were deleted when their time was over.');
  end if;

  perform private.put_into_state(former, new_state, new_reason);
  -- What one of us wrote like any reader is marked as the site’s own. The role it was sent with is not kept.
  if asked_action = 'sign' or last.action = 'sign' then
    update private.comment set role = case asked_action when 'sign' then 'site' else 'none' end::private.comment_role where id = former.id;
  end if;
  -- A decision answers the reports before it, and undoing it asks again what they asked.
  if asked_action = 'undo' then
    update private.report set settled = false where comment = former.id;
  else
    perform private.settle_reports(former.id);
  end if;
  insert into private.moderation (
    moderator, action, thread_kind, thread_id, comment, revision, from_state, from_reason, to_state, to_reason
  ) values (
    moderator, asked_action, former.thread_kind, former.thread_id, former.id, former.revision,
    former.state, former.reason, new_state, new_reason
  );
  return jsonb_build_object('status', 'done', 'state', new_state);
end $$;

create function private.moderate_thread(moderator uuid, asked jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked_action constant private.moderation_action := asked ->> 'action';
  asked_kind constant private.thread_kind := asked ->> 'kind';
  asked_thread constant text := asked ->> 'thread';
  held private.thread;
begin
  perform private.lock_thread_name(asked_kind, asked_thread);
  insert into private.thread (kind, id) values (asked_kind, asked_thread) on conflict do nothing;
  held := private.hold_thread(asked_kind, asked_thread);
  if held.closed = (asked_action = 'close') then
    perform private.refuse_changed();
  end if;
  update private.thread set closed = (asked_action = 'close') where kind = asked_kind and id = asked_thread;
  insert into private.moderation (moderator, action, thread_kind, thread_id)
  values (moderator, asked_action, asked_kind, asked_thread);
  return jsonb_build_object('status', 'done', 'closed', asked_action = 'close');
end $$;

-- "comment" or "thread", whichever an order is about; null when it is no order.
create function private.order_subject(asked jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(asked) = 'object' and jsonb_typeof(asked -> 'action') = 'string' then case
    when asked ->> 'action' in ('close', 'reopen') then
      case when asked - array['action', 'kind', 'thread'] = '{}'
        and private.thread_problem(asked -> 'kind', asked -> 'thread') is null then 'thread' end
    when asked ->> 'action' = any (enum_range(null::private.moderation_action)::text[]) then
      case when asked - array['action', 'comment', 'revision', 'reason'] = '{}'
        and jsonb_typeof(asked -> 'comment') = 'string'
        and asked ->> 'comment' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        and jsonb_typeof(asked -> 'revision') = 'number' and asked ->> 'revision' ~ '^[0-9]{1,9}$'
        and case when asked ->> 'action' = 'reject'
          then jsonb_typeof(asked -> 'reason') = 'string' and asked ->> 'reason' = any (enum_range(null::private.rejection)::text[])
          else not asked ? 'reason' end
      then 'comment' end
    end end
$$;

-- Whether these are 1 to as many orders as a list has comments on a page, each about another comment.
create function private.are_orders(orders jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(case when jsonb_typeof(orders) = 'array' then
    jsonb_array_length(orders) between 1 and private.thread_limit('page') and (
      select bool_and(private.order_subject(asked) is not distinct from 'comment') and count(distinct asked ->> 'comment') = count(*)
      from jsonb_array_elements(orders) as asked
    ) end, false)
$$;

-- Many orders in one call, so that a flood of comments is cleared as fast as it can be read. Each by itself: one that
-- cannot be done any more leaves the others.
create function private.moderate_many(moderator uuid, orders jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  asked jsonb;
  outcome text;
  outcomes jsonb := '[]';
begin
  -- Only one at a time locks several threads.
  perform private.lock('private.several_threads');
  for asked in select value from jsonb_array_elements(orders) loop
    begin
      outcome := private.moderate_comment(moderator, asked) ->> 'status';
    exception when sqlstate 'PGRST' then
      outcome := sqlerrm::jsonb ->> 'code';
    end;
    outcomes := outcomes || jsonb_build_object('comment', asked -> 'comment', 'outcome', outcome);
  end loop;
  return jsonb_build_object('status', 'done', 'outcomes', outcomes);
end $$;

create function public.moderate(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  moderator constant uuid := private.require_moderator();
  asked jsonb;
begin
  if octet_length(request::text) > 16384 then
    perform private.refuse(413, 'too_large', 'An order says what to do with which comment or thread, and nothing else.');
  end if;
  asked := private.as_json(request);
  if jsonb_typeof(asked) = 'object' and asked - 'orders' = '{}' and private.are_orders(asked -> 'orders') then
    return private.moderate_many(moderator, asked -> 'orders');
  end if;
  case private.order_subject(asked)
    when 'comment' then return private.moderate_comment(moderator, asked);
    when 'thread' then return private.moderate_thread(moderator, asked);
    else perform private.refuse(400, 'not_valid', 'An order says what to do with which comment or thread, and nothing else.');
  end case;
  return null;
end $$;

-- The comments of one list after a cursor, at most so many: waiting ones oldest first, all others newest first.
create function private.queue_page(list private.queue, after_arrival bigint, most integer) returns setof private.comment
language plpgsql stable set search_path = '' as $$
begin
  case list
    when 'waiting' then
      return query select * from private.comment where state = 'pending' and arrival > coalesce(after_arrival, 0)
        order by arrival limit most;
    when 'reported' then
      return query select * from private.reported_comments()
        where arrival < coalesce(after_arrival, 9223372036854775807)
        order by arrival desc limit most;
    else
      return query select * from private.comment
        where state = case list when 'approved' then 'approved' when 'rejected' then 'rejected' else 'hidden_by_moderator' end::private.comment_state
          and arrival < coalesce(after_arrival, 9223372036854775807)
        order by arrival desc limit most;
  end case;
end $$;

-- The comments that a reply answers, from the top of the thread, so that it can be understood.
create function private.context_of(reply private.comment) returns jsonb
language sql stable set search_path = '' as $$
  with recursive above as (
    select * from private.comment where id = reply.parent
    union all
    select higher.* from private.comment as higher join above on higher.id = above.parent
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'text', text, 'state', state) order by depth), '[]') from above
$$;

create function private.queue_entry(entry private.comment) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', entry.id, 'kind', entry.thread_kind, 'thread', entry.thread_id,
    'closed', (select closed from private.thread where kind = entry.thread_kind and id = entry.thread_id),
    'role', entry.role, 'text', entry.text, 'state', entry.state, 'reason', entry.reason,
    'revision', entry.revision, 'trapped', entry.trapped, 'sent_at', private.hour_text(entry.sent_at),
    'above', private.context_of(entry),
    'replies', (select count(*) from private.comment where parent = entry.id),
    'reports', (
      select coalesce(jsonb_object_agg(reason, n), '{}') from private.report where comment = entry.id and not settled
    )
  )
$$;

create function private.queue_counts() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'waiting', (select count(*) from private.comment where state = 'pending'),
    'reported', (select count(*) from private.reported_comments()),
    'approved', (select count(*) from private.comment where state = 'approved'),
    'rejected', (select count(*) from private.comment where state = 'rejected'),
    'hidden', (select count(*) from private.comment where state = 'hidden_by_moderator'),
    'oldest_waiting', (
      select private.hour_text(sent_at) from private.comment where state = 'pending' order by arrival limit 1
    )
  )
$$;

create function public.moderation_queue(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  moderator constant uuid := private.require_moderator();
  most constant integer := private.thread_limit('page');
  asked jsonb;
  page private.comment[];
begin
  if octet_length(request::text) > 1024 then
    perform private.refuse(413, 'too_large', 'Ask for one of the lists, and a place to go on from.');
  end if;
  asked := private.as_json(request);
  if not coalesce(
    case when jsonb_typeof(asked) = 'object' then
      asked - array['list', 'after'] = '{}' and jsonb_typeof(asked -> 'list') = 'string'
      and asked ->> 'list' = any (enum_range(null::private.queue)::text[])
      and coalesce(asked ->> 'after', '0') ~ '^[0-9]{1,15}$'
    end, false)
  then
    perform private.refuse(400, 'not_valid', 'Ask for one of the lists, and a place to go on from.');
  end if;
  page := array(
    select entry from private.queue_page((asked ->> 'list')::private.queue, (asked ->> 'after')::bigint, most + 1) as entry
  );
  return jsonb_build_object(
    'counts', private.queue_counts(),
    'comments', (
      select coalesce(jsonb_agg(private.queue_entry(entry) order by ordinality), '[]')
      from (
        select page[place] as entry, place as ordinality from generate_series(1, least(cardinality(page), most)) as place
      ) as listed
    ),
    'next', case when cardinality(page) > most then (page[most]).arrival::text end
  );
end $$;

comment on function public.moderate(jsonb) is
  'Takes {"action": approve | reject | hide | restore | undo, "comment", "revision"} with a "reason" to reject, or {"action": close | reopen, "kind", "thread"}, and returns {"status": "done"}; or {"orders"} about up to 50 comments, and returns {"status": "done", "outcomes"}. For moderators who are signed in.';
comment on function public.moderation_queue(jsonb) is
  'Takes {"list": waiting | reported | approved | rejected | hidden} and perhaps "after" (a former "next"), and returns {counts, comments, next}. For moderators who are signed in.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.moderate(jsonb), public.moderation_queue(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.moderate(jsonb), public.moderation_queue(jsonb) to authenticated;
