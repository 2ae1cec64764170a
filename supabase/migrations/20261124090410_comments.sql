-- Comments under essays and charts, read by a moderator before anybody else reads them (docs/decisions/0010).

insert into private.setting (name, value, meaning) values
  ('comment_limit', '40', 'Comments taken from one network in its window; so many that no provider alone fills the queue in a day.'),
  ('comment_burst_limit', '10', 'Comments taken from one network in a short window besides.'),
  ('comment_usual', '12', 'Proofs for comments that one network asks for on a usual day; above it each costs twice the one before.'),
  ('comment_brake_per_minute', '10', 'Comments stored within a minute above which proofs for them get harder.'),
  ('comment_queue_limit', '1000', 'Comments that may wait to be read; while they do, no other is taken.'),
  ('comment_state_limit', '120', 'Times that one network may ask in its window what became of its comments, or take back one that has not come yet.'),
  ('report_usual', '6', 'Proofs for reports that one network asks for on a usual day; above it each costs twice the one before.'),
  ('report_limit', '10', 'Reports taken from one network in its window.'),
  ('report_brake_per_minute', '10', 'Reports stored within a minute above which proofs for them get harder.'),
  ('reports_to_hide', '3', 'Networks that must report a comment on one day to hide it until it is read again.');
insert into private.setting (name, value, meaning, least, most) values
  ('comment_window_seconds', '86400', 'Seconds in which comment_limit holds; they also end with the UTC day, when the key of networks is destroyed.', 60, 86400),
  ('comment_burst_window_seconds', '600', 'Seconds in which comment_burst_limit holds.', 60, 86400),
  ('comment_state_window_seconds', '3600', 'Seconds in which comment_state_limit holds.', 60, 86400),
  ('report_window_seconds', '3600', 'Seconds in which report_limit holds.', 60, 86400),
  ('moderator_second_factor', '0', '1 when moderators must have signed in with a second factor (aal2), 0 when a password is enough. The embedded server knows none.', 0, 1);

-- The database knows no name until the site says its own.
insert into private.setting (name, value, meaning, pattern, takes) values
  ('site_name', 'this site', 'Name of the site, as feeds of comments give it. It is that of src/site.ts: npm start sets it by itself, npm run settings -- --from-site on a hosted project.',
    '^[^[:cntrl:][:space:]]([^[:cntrl:]]{0,78}[^[:cntrl:][:space:]])?$', 'a name of 1 to 80 characters in one line');

insert into private.setting (name, value, meaning, pattern, takes) values
  ('site_url', '', 'Address that the links in feeds of comments lead to, without its last slash; empty for the one that is asked with, as on this machine. npm run settings -- --from-site sets it from SITE_URL.',
    '^(https?://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*)?$', 'an address that begins with https://, without its last slash, or nothing');

-- A row comes with the first comment: the database knows no list of essays and charts.
create table private.thread (
  kind private.thread_kind not null,
  id text not null,
  closed boolean not null default false,
  last_place bigint not null default 0,
  primary key (kind, id)
);

create table private.comment (
  id uuid primary key,
  thread_kind private.thread_kind not null,
  thread_id text not null,
  parent uuid references private.comment,
  depth integer not null,
  role private.comment_role not null,
  -- Null once it is gone.
  text text,
  state private.comment_state not null default 'pending',
  reason private.rejection,
  receipt bytea unique,
  letters_hash bytea,
  revision integer not null default 1,
  -- The hour, which is what is published too. The exact time is kept only while the comment may be edited.
  sent_at timestamptz not null default date_trunc('hour', now(), 'utc'),
  arrival bigint not null generated always as identity,
  -- Where it stands in its thread, given when it is first approved and kept: the place of the comment at the top, and
  -- its own. A reply is approved after what it answers, so in this order no reply comes before it.
  root_place bigint,
  place bigint,
  -- The honeypot was filled in when it was sent.
  trapped boolean not null default false,
  -- A moderator has read the present text after it was reported: reports do not hide it again.
  reviewed boolean not null default false,
  foreign key (thread_kind, thread_id) references private.thread,
  constraint comment_depth check (depth between 0 and private.thread_limit('depth') and (depth = 0) = (parent is null)),
  constraint comment_reason check ((state = 'rejected') = (reason is not null)),
  constraint comment_place check ((place is null) = (root_place is null) and (state <> 'approved' or place is not null)),
  constraint comment_text check (case
    when text is not null then state <> 'removed_by_author' and private.text_problem(text) is null
    else state in ('removed_by_author', 'rejected') end),
  constraint comment_gone check ((text is null) = (letters_hash is null) and (state <> 'removed_by_author' or receipt is null)),
  constraint comment_receipt check (octet_length(receipt) = 32)
);
create index comment_oldest on private.comment (thread_kind, thread_id, root_place, place) where state = 'approved';
create index comment_newest on private.comment (thread_kind, thread_id, (-root_place), place) where state = 'approved';
create index comment_thread on private.comment (thread_kind, thread_id);
create index comment_queue on private.comment (state, arrival);
create index comment_parent on private.comment (parent);
create index comment_letters on private.comment (letters_hash);

-- How long a comment may still be changed. Unlogged, and emptied as time goes by, so that no minute is kept.
create unlogged table private.edit_window (
  comment uuid primary key references private.comment on delete cascade,
  until timestamptz not null
);

-- Numbers that a thread shows without counting its comments. What: a role, or "removed" by a moderator after it was shown.
create table private.thread_count (
  thread_kind private.thread_kind not null,
  thread_id text not null,
  what text not null,
  n integer not null check (n >= 0),
  primary key (thread_kind, thread_id, what),
  foreign key (thread_kind, thread_id) references private.thread on delete cascade
);

alter table private.thread enable row level security;
alter table private.comment enable row level security;
alter table private.edit_window enable row level security;
alter table private.thread_count enable row level security;

create function private.counts_as(comment private.comment) returns text
language sql immutable set search_path = '' as $$
  select case
    when comment.state = 'approved' then comment.role::text
    when comment.place is not null and comment.state in ('rejected', 'hidden_by_moderator') then 'removed'
  end
$$;

create function private.keep_count() returns trigger
language plpgsql set search_path = '' as $$
declare
  before constant text := case when tg_op <> 'INSERT' then private.counts_as(old) end;
  after constant text := case when tg_op <> 'DELETE' then private.counts_as(new) end;
begin
  if before is not distinct from after then
    return null;
  end if;
  update private.thread_count set n = n - 1
  where thread_kind = old.thread_kind and thread_id = old.thread_id and what = before;
  if after is not null then
    insert into private.thread_count as known (thread_kind, thread_id, what, n)
    values (new.thread_kind, new.thread_id, after, 1)
    on conflict (thread_kind, thread_id, what) do update set n = known.n + 1;
  end if;
  return null;
end $$;

create trigger keep_count after insert or update or delete on private.comment
  for each row execute function private.keep_count();

-- Locks a thread that may not be there yet, by its name: whoever makes a thread takes this lock, and before any other.
create function private.lock_thread_name(wanted_kind private.thread_kind, wanted_id text) returns void
language sql set search_path = '' as $$
  select private.lock(format('thread %s %s', wanted_kind, wanted_id))
$$;

-- Locks what is sent or taken back under one receipt code, before a thread.
create function private.lock_receipt(receipt text) returns void
language sql set search_path = '' as $$
  select private.lock('receipt ' || receipt)
$$;

-- Locks a thread. Every change of a thread or its comments takes this lock before any other of them: one lock order, so no
-- deadlocks. Null when there is no such thread.
create function private.hold_thread(wanted_kind private.thread_kind, wanted_id text) returns private.thread
language sql set search_path = '' as $$
  select thread from private.thread as thread where kind = wanted_kind and id = wanted_id for update
$$;

-- The comment with a receipt, held together with its thread; null when the code is unknown.
create function private.hold_own_comment(code bytea) returns private.comment
language plpgsql set search_path = '' as $$
declare
  found_comment private.comment;
begin
  select * into found_comment from private.comment where receipt = code;
  perform private.hold_thread(found_comment.thread_kind, found_comment.thread_id);
  select * into found_comment from private.comment where receipt = code for update;
  return found_comment;
end $$;

create function private.letters_hash(clean text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(coalesce(nullif(private.letters_of(clean), ''), clean), 'utf8'))
$$;

-- Whether the same words are shown or waiting in the same place or, when they are long, anywhere. Locks these words until
-- the transaction ends, so that the second of two identical comments sees the first.
create function private.is_said_before(new_text text, kind private.thread_kind, thread text, answered uuid, own uuid)
returns boolean
language plpgsql set search_path = '' as $$
declare
  hash constant bytea := private.letters_hash(new_text);
  is_long constant boolean := char_length(private.letters_of(new_text)) >= private.thread_limit('repeated_from');
begin
  perform private.lock('letters ' || encode(hash, 'hex'));
  return exists (
    select from private.comment
    where letters_hash = hash and id <> own
      and (is_long or (thread_kind = kind and thread_id = thread and parent is not distinct from answered))
  );
end $$;

create function private.turn_away_repeated() returns jsonb
language sql set search_path = '' as $$
  select private.turn_away('comment', 'D5', 409, 'said_before', 'The same words stand here already, or wait to be read.')
$$;

create function private.turn_away_closed() returns jsonb
language sql set search_path = '' as $$
  select private.turn_away('comment', 'D3', 409, 'closed', 'This discussion is closed: it can be read, and nothing can be added.')
$$;

-- Deletes removed comments without replies, from one upwards through what it replied to.
create function private.clear_places(lowest uuid) returns void
language plpgsql set search_path = '' as $$
declare
  above uuid;
begin
  loop
    delete from private.comment as gone
    where gone.id = lowest and gone.state = 'removed_by_author'
      and not exists (select from private.comment as reply where reply.parent = lowest)
    returning gone.parent into above;
    exit when not found or above is null;
    lowest := above;
  end loop;
end $$;

-- Deletes threads that no comment is left in, so many at most.
create function private.clear_threads(most integer) returns void
language plpgsql set search_path = '' as $$
declare
  locked constant private.thread[] := array(
    select empty from private.thread as empty
    where not closed and last_place = 0
      and not exists (select from private.comment where thread_kind = empty.kind and thread_id = empty.id)
    limit most for update skip locked
  );
begin
  -- A statement of its own, which sees the comment that came before the lock.
  delete from private.thread as empty
  where (kind, id) in (select kind, id from unnest(locked))
    and not exists (select from private.comment where thread_kind = empty.kind and thread_id = empty.id);
end $$;

-- Deletes what has expired, so many of each at most: undecided comments, the words of rejected ones, the times of edits,
-- and threads without a comment.
create function private.expire_comments(most integer) returns void
language plpgsql set search_path = '' as $$
declare
  oldest constant timestamptz := date_trunc('hour', now(), 'utc') - make_interval(days => private.thread_limit('waiting_days'));
  old_comment record;
begin
  -- One at a time, because it locks several threads; a second call would have nothing to delete.
  if not pg_try_advisory_xact_lock(hashtextextended('private.several_threads', 0)) then
    return;
  end if;
  delete from private.edit_window where comment in (
    select comment from private.edit_window where until < now() limit most for update skip locked
  );
  for old_comment in
    select id, thread_kind, thread_id, parent from private.comment where state = 'pending' and sent_at < oldest
    order by depth desc limit most
  loop
    perform private.hold_thread(old_comment.thread_kind, old_comment.thread_id);
    -- One that was approved once and then edited may have replies: its place stays.
    update private.comment set state = 'removed_by_author', text = null, letters_hash = null, receipt = null, role = 'none'
    where id = old_comment.id and state = 'pending' and sent_at < oldest;
    if found then
      perform private.bury(old_comment.id);
      perform private.clear_places(old_comment.id);
    end if;
  end loop;
  update private.comment set text = null, letters_hash = null
  where id in (
    select id from private.comment where state = 'rejected' and text is not null and sent_at < oldest
    limit most for update skip locked
  );
  perform private.clear_threads(most);
end $$;

revoke execute on all functions in schema private from public, anon, authenticated, service_role;
