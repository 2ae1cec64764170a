-- Submits one comment with a proof of work; it waits for a moderator. Idempotent: the same id sent twice is stored once
-- and acknowledged twice. Checks and refusals are those of submit_response: no row is written before the last of them.

create function private.code_hash(code bytea) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(code)
$$;

-- Whether it was taken back before anything came under this code.
create function private.is_withdrawn_code(code bytea) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from private.withdrawn where id_hash = private.code_hash(code))
$$;

-- "stored_before" or "withdrawn" when this very comment was here, else null. Looks only where id and receipt can be read.
create function private.earlier_comment(comment jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare
  sent_id constant text := comment ->> 'id';
  sent_receipt constant text := comment ->> 'receipt';
begin
  if sent_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' and sent_receipt ~ '^[0-9a-f]{64}$' then
    if private.is_withdrawn(sent_id::uuid) or private.is_withdrawn_code(decode(sent_receipt, 'hex')) then
      return 'withdrawn';
    end if;
    if exists (select from private.comment where id = sent_id::uuid and receipt = decode(sent_receipt, 'hex')) then
      return 'stored_before';
    end if;
  end if;
  return null;
end $$;

-- Seconds until the caller's network may comment again; null when it may now.
create function private.wait_to_comment() returns bigint
language plpgsql set search_path = '' as $$
declare
  long_wait constant bigint := private.wait_for('comment');
begin
  return greatest(long_wait, private.wait_for('comment_burst'));
end $$;

create function private.is_queue_full() returns boolean
language sql stable set search_path = '' as $$
  select count(*) >= private.number_setting('comment_queue_limit') from (
    select from private.comment where state = 'pending' limit private.number_setting('comment_queue_limit')
  ) as waiting
$$;

-- Keeps a comment whose words are in order, where there is a place for it. Returns a refusal, or null when it is kept.
create function private.keep_comment(sent jsonb, trapped boolean) returns jsonb
language plpgsql set search_path = '' as $$
declare
  fresh private.comment;
  answered private.comment;
  before text;
begin
  fresh.id := (sent ->> 'id')::uuid;
  fresh.thread_kind := (sent ->> 'kind')::private.thread_kind;
  fresh.thread_id := sent ->> 'thread';
  fresh.parent := (sent ->> 'parent')::uuid;
  fresh.text := private.clean_text(sent ->> 'text');
  fresh.depth := 0;

  perform private.lock_receipt(sent ->> 'receipt');
  perform private.lock_thread_name(fresh.thread_kind, fresh.thread_id);
  if (private.hold_thread(fresh.thread_kind, fresh.thread_id)).closed then
    return private.turn_away_closed();
  end if;

  if fresh.parent is not null then
    select * into answered from private.comment
    where id = fresh.parent and state = 'approved' and thread_kind = fresh.thread_kind and thread_id = fresh.thread_id;
    if not found then
      return private.turn_away('comment', 'D3', 409, 'parent_gone', 'The comment you replied to is gone: you can send yours as a new comment.');
    end if;
    fresh.depth := answered.depth + 1;
    if fresh.depth > private.thread_limit('depth') then
      return private.turn_away('comment', 'D3', 400, 'not_valid', 'Replies go no deeper here: reply to the comment above instead.');
    end if;
  end if;

  if private.is_said_before(fresh.text, fresh.thread_kind, fresh.thread_id, fresh.parent, fresh.id) then
    return private.turn_away_repeated();
  end if;

  perform private.lock('comment ' || fresh.id);
  before := private.earlier_comment(sent);
  if before is not null then
    return jsonb_build_object('status', before);
  end if;
  if exists (select from private.comment where id = fresh.id or receipt = decode(sent ->> 'receipt', 'hex')) then
    -- The same message whether the id or the receipt exists, so that a caller cannot find out which.
    return private.turn_away('comment', 'D3', 409, 'conflict',
      'This comment could not be kept under its receipt: write it again to get a new one.');
  end if;

  -- A thread comes with its first comment.
  insert into private.thread (kind, id) values (fresh.thread_kind, fresh.thread_id) on conflict do nothing;
  insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, receipt, letters_hash, trapped)
  values (
    fresh.id, fresh.thread_kind, fresh.thread_id, fresh.parent, fresh.depth,
    (sent ->> 'role')::private.comment_role, fresh.text, decode(sent ->> 'receipt', 'hex'), private.letters_hash(fresh.text), trapped
  );
  insert into private.edit_window (comment, until)
  values (fresh.id, now() + make_interval(mins => private.thread_limit('edit_minutes')));
  return null;
end $$;

create function public.comment(request jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  sent jsonb;
  problem text;
  wait bigint;
  before text;
  refusal jsonb;
begin
  problem := private.comment_too_large(request);
  if problem is not null then
    perform private.refuse(413, 'too_large', problem);
  end if;

  request := private.as_json(request);
  if not private.is_sealed(request, 'comment') then
    return private.turn_away('comment', 'D3', 400, 'not_valid', 'A request holds a comment, a proof and at most the field “trap”, and nothing else.');
  end if;
  sent := request -> 'comment';

  -- From here one call per network at a time, so that the second of two identical calls sees what the first stored.
  wait := private.wait_to_comment();
  before := private.earlier_comment(sent);
  if before is not null then
    return jsonb_build_object('status', before);
  end if;
  if wait is not null then
    return private.turn_away('comment', 'D4', 429, 'too_many',
      format('Too many comments came from your network: please send again %s.', private.in_words(wait)), wait);
  end if;

  problem := private.proof_problem(request -> 'proof', 'comment');
  if problem is not null then
    return private.turn_away_proof('comment', problem, request -> 'proof');
  end if;
  if not private.spend_proof(request -> 'proof') then
    -- Perhaps spent by the same call through another network, which stored the comment after the check before.
    before := private.earlier_comment(sent);
    if before is not null then
      return jsonb_build_object('status', before);
    end if;
    return private.turn_away_proof('comment', 'proof_used', request -> 'proof');
  end if;
  refusal := private.turned_away_by_trap('comment', request);
  if refusal is not null then
    return refusal;
  end if;
  problem := private.comment_problem(sent);
  if problem is not null then
    return private.turn_away('comment', 'D3', 400, 'not_valid', problem);
  end if;
  if private.is_queue_full() then
    return private.turn_away('comment', 'D4', 429, 'queue_full',
      'More comments are waiting than we can read just now: your browser sends yours again in a quarter of an hour.', 900);
  end if;

  refusal := private.keep_comment(sent, private.is_trapped(request));
  if refusal is not null then
    return refusal;
  end if;
  perform private.count_hit('comment');
  perform private.count_hit('comment_burst');
  perform private.count_accepted('comment');
  return jsonb_build_object('status', 'stored');
end $$;

comment on function public.comment(jsonb) is
  'Takes {"comment", "proof", "trap"}, keeps the comment until a moderator has read it and returns {"status": "stored"}, or "stored_before" or "withdrawn" when the same came again.';

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
revoke execute on function public.comment(jsonb) from public, anon, authenticated, service_role;
grant execute on function public.comment(jsonb) to anon, authenticated;
