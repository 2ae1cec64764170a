-- What the holder of a comment's receipt code can do: read its state, edit it for a while, remove it at any time.
-- Codes are those of the survey; unknown, removed and malformed codes get the same answer. Each edit counts against the limit
-- of wrong codes before its code is looked up, and each call for a state against its own; nothing here raises after the count.

-- The refusal of a request that is too large, or null.
create function private.turned_away_too_large(request jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  problem constant text := private.comment_too_large(request);
begin
  if problem is not null then
    return private.turn_away('comment', null, 413, 'too_large', problem);
  end if;
  return null;
end $$;

-- Seconds for which a comment may still be changed.
create function private.editable_seconds(own uuid) returns integer
language sql stable set search_path = '' as $$
  select coalesce((
    select greatest(0, floor(extract(epoch from until - now())))::integer from private.edit_window where comment = own
  ), 0)
$$;

-- The hour as it is published, such as 2026-11-24T10:00Z.
create function private.hour_text(moment timestamptz) returns text
language sql immutable set search_path = '' as $$
  select to_char(moment at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI"Z"')
$$;

-- A comment as its author may see it.
create function private.own_comment(code bytea) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce((
    select jsonb_build_object(
      'status', 'found', 'id', id, 'kind', thread_kind, 'thread', thread_id, 'parent', parent, 'role', role, 'text', text,
      'state', private.seen_state(state), 'reason', reason, 'sent_at', private.hour_text(sent_at),
      'revision', revision, 'editable_seconds', private.editable_seconds(id)
    ) from private.comment where receipt = code
  ), jsonb_build_object('status', 'unknown'))
$$;

create function public.comment_state(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  refusal constant jsonb := private.turned_away_too_large(request);
  codes constant jsonb := private.as_json(request) -> 'codes';
  most constant integer := private.thread_limit('own_comments');
  wait bigint;
begin
  if refusal is not null then
    return refusal;
  end if;
  wait := private.attempt('comment_state');
  if wait is not null then
    return private.turn_away('comment_state', 'D4', 429, 'too_many',
      format('Too many requests came from your network: please try again %s.', private.in_words(wait)), wait);
  end if;
  if not coalesce(case when jsonb_typeof(codes) = 'array' then jsonb_array_length(codes) between 1 and most end, false) then
    return private.turn_away('comment_state', 'D3', 400, 'not_valid', format('Ask with 1 to %s receipt codes.', most));
  end if;
  return jsonb_build_object('status', 'done', 'comments', (
    select jsonb_agg(
      private.own_comment(case when jsonb_typeof(code) = 'string' then private.receipt_hash(code #>> '{}') end) order by place
    ) from jsonb_array_elements(codes) with ordinality as asked (code, place)
  ));
end $$;

create function public.edit_comment(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  refusal constant jsonb := coalesce(private.turned_away_too_large(request), private.too_many_codes());
  change constant jsonb := private.as_json(request);
  former private.comment;
  problem text;
  new_text text;
begin
  if refusal is not null then
    return refusal;
  end if;
  former := private.hold_own_comment(private.code_in(change));
  if former.id is null then
    return private.unknown_code();
  end if;
  if private.editable_seconds(former.id) = 0 then
    return private.turn_away('comment', null, 409, 'too_late', format(
      'A comment can be changed for %s minutes after it was sent: you can still remove it and write another.',
      private.thread_limit('edit_minutes')));
  end if;
  if (select closed from private.thread where kind = former.thread_kind and id = former.thread_id) then
    return private.turn_away_closed();
  end if;
  problem := private.words_problem(change -> 'role', change -> 'text');
  if problem is not null then
    return private.turn_away('comment', 'D3', 400, 'not_valid', problem);
  end if;
  new_text := private.clean_text(change ->> 'text');
  if private.is_said_before(new_text, former.thread_kind, former.thread_id, former.parent, former.id) then
    return private.turn_away_repeated();
  end if;
  perform private.forget_reports(former.id);
  update private.comment set
    text = new_text, letters_hash = private.letters_hash(new_text), role = (change ->> 'role')::private.comment_role,
    state = 'pending', reason = null, reviewed = false, revision = revision + 1
  where id = former.id;
  return jsonb_build_object('status', 'stored', 'revision', former.revision + 1);
end $$;

-- What is sent under this code from now on is told that it was removed (private.earlier_comment).
create function private.bury_code(code bytea) returns void
language sql set search_path = '' as $$
  insert into private.withdrawn (id_hash) values (private.code_hash(code)) on conflict do nothing
$$;

-- The caller holds the thread.
create function private.bury_comment(own uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.bury(own);
  perform private.forget_reports(own);
  update private.comment set
    text = null, letters_hash = null, receipt = null, role = 'none', state = 'removed_by_author', reason = null
  where id = own;
  -- A comment with replies stays as an empty placeholder.
  perform private.clear_places(own);
end $$;

create function public.remove_comment(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  refusal constant jsonb := private.turned_away_too_large(request);
  code constant bytea := private.code_in(private.as_json(request));
  own uuid;
begin
  if refusal is not null then
    return refusal;
  end if;
  if code is not null then
    perform private.lock_receipt(encode(code, 'hex'));
  end if;
  own := (private.hold_own_comment(code)).id;
  -- A guess learns nothing from this answer, so it is not limited.
  if own is not null then
    perform private.bury_comment(own);
  -- The call that brings it may be under way still. Each code leaves a row, so those that one network leaves are limited.
  elsif code is not null and private.attempt('comment_state') is null then
    perform private.bury_code(code);
  end if;
  return jsonb_build_object('status', 'done');
end $$;

comment on function public.comment_state(jsonb) is
  'Takes {"codes"}, receipt codes, and returns {"status": "done", "comments"}: for each what became of the comment (state waiting, approved, rejected with a reason, hidden), its text and how long it may be changed, or {"status": "unknown"}.';
comment on function public.edit_comment(jsonb) is
  'Takes {"code", "role", "text"} while the comment may be changed, puts it back into the queue and returns {"status": "stored", revision}; {"status": "unknown"} with 404.';
comment on function public.remove_comment(jsonb) is
  'Takes {"code"}, removes the comment if there is one, keeps one that comes later from being stored, and returns {"status": "done"} either way.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.comment_state(jsonb), public.edit_comment(jsonb), public.remove_comment(jsonb)
  from public, anon, authenticated, service_role;
grant execute on function public.comment_state(jsonb), public.edit_comment(jsonb), public.remove_comment(jsonb)
  to anon, authenticated;
