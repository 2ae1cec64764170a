-- Written by "npm run instrument" from src/thread. Do not edit.

create type private.thread_kind as enum ('essay', 'chart');
create type private.comment_role as enum ('job_seeker', 'recruiter', 'hiring_manager', 'other', 'none', 'site');
create type private.comment_state as enum ('pending', 'approved', 'rejected', 'removed_by_author', 'hidden_by_reports', 'hidden_by_moderator');
create type private.rejection as enum ('names_somebody', 'private_details', 'abusive', 'advertising', 'off_subject', 'copied', 'unreadable');
create type private.report_reason as enum ('names_somebody', 'private_details', 'abusive', 'advertising', 'false_role', 'other');
create type private.moderation_action as enum ('approve', 'sign', 'reject', 'hide', 'restore', 'undo', 'close', 'reopen');
create type private.queue as enum ('waiting', 'reported', 'approved', 'rejected', 'hidden');

-- A limit that the page shares (src/thread/limits.ts). Raises an error for an unknown name.
create function private.thread_limit(name text) returns integer
language plpgsql immutable set search_path = '' as $$
begin
  case name
    when 'characters' then return 4000;
    when 'request_bytes' then return 20480;
    when 'depth' then return 2;
    when 'edit_minutes' then return 15;
    when 'longest_page' then return 100;
    when 'page' then return 50;
    when 'latest' then return 20;
    when 'beginning' then return 400;
    when 'own_comments' then return 20;
    when 'waiting_days' then return 30;
    when 'repeated_from' then return 40;
  end case;
end $$;

-- A comment's state as its author is told it.
create function private.seen_state(state private.comment_state) returns text
language sql immutable set search_path = '' as $$
  select case state
    when 'pending' then 'waiting'
    when 'approved' then 'approved'
    when 'rejected' then 'rejected'
    when 'removed_by_author' then 'removed'
    when 'hidden_by_reports' then 'hidden'
    when 'hidden_by_moderator' then 'hidden'
  end
$$;

-- A text as it is stored and shown. One replacement after another, because their order matters.
create function private.clean_text(typed text) returns text
language sql immutable strict set search_path = '' as $$
  select btrim(regexp_replace(normalize(regexp_replace(replace(regexp_replace(typed,
    '\r\n|[\u000a-\u000d\u0085-\u0085\u2028-\u2029]', E'\n', 'g'), E'\t', ' '),
    '((?![\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05bf\u05c1-\u05c2\u05c4-\u05c5\u0610-\u061a\u064b-\u065f\u0670-\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08e1\u08e3-\u0902\u093c-\u093c\u094d-\u094d\u0e31-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ufe20-\ufe2f])[\u0620-\u077f\u07c0-\u07ff\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1810-\u18af\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f\ufb50-\ufdff\ufe70-\ufefc\U00010d00-\U00010d3f\U0001e900-\U0001e95f][\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05bf\u05c1-\u05c2\u05c4-\u05c5\u0610-\u061a\u064b-\u065f\u0670-\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08e1\u08e3-\u0902\u093c-\u093c\u094d-\u094d\u0e31-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ufe20-\ufe2f]*[\u200c\u200d](?![\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad-\u00ad\u034f-\u034f\u061c-\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164-\u3164\ufe00-\ufe0f\ufeff-\ufeff\uffa0-\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05bf\u05c1-\u05c2\u05c4-\u05c5\u0610-\u061a\u064b-\u065f\u0670-\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08e1\u08e3-\u0902\u093c-\u093c\u094d-\u094d\u0e31-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ufe20-\ufe2f])|[0-9#*]\ufe0f\u20e3|(?:\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,7}\U000e007f|[\u00a9-\u00a9\u00ae-\u00ae\u203c-\u203c\u2049-\u2049\u2122-\u2122\u2139-\u2139\u2190-\u21ff\u231a-\u2328\u23cf-\u23ff\u24c2-\u24c2\u25a0-\u27bf\u2934-\u2935\u2b00-\u2bff\u3030-\u3030\u303d-\u303d\u3297-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff\U0001fc00-\U0001fffd][\ufe0e\ufe0f]?)(?:\u200d(?:\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,7}\U000e007f|[\u00a9-\u00a9\u00ae-\u00ae\u203c-\u203c\u2049-\u2049\u2122-\u2122\u2139-\u2139\u2190-\u21ff\u231a-\u2328\u23cf-\u23ff\u24c2-\u24c2\u25a0-\u27bf\u2934-\u2935\u2b00-\u2bff\u3030-\u3030\u303d-\u303d\u3297-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff\U0001fc00-\U0001fffd][\ufe0e\ufe0f]?))*)|[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad-\u00ad\u034f-\u034f\u061c-\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164-\u3164\ufe00-\ufe0f\ufeff-\ufeff\uffa0-\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '\1', 'g'), NFC),
    '([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05bf\u05c1-\u05c2\u05c4-\u05c5\u0610-\u061a\u064b-\u065f\u0670-\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08e1\u08e3-\u0902\u093c-\u093c\u094d-\u094d\u0e31-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05bf\u05c1-\u05c2\u05c4-\u05c5\u0610-\u061a\u064b-\u065f\u0670-\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08e1\u08e3-\u0902\u093c-\u093c\u094d-\u094d\u0e31-\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f7e\u0f80-\u0f84\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302d\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ufe20-\ufe2f]+', '\1', 'g'),
    E'\u000a\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000')
$$;

-- What is wrong with a clean text, in one sentence, or null.
create function private.text_problem(clean text) returns text
language sql immutable set search_path = '' as $$
  select case
    when clean = '' then 'Write something before you send it.'
    when char_length(clean) > 4000 then 'A comment holds at most 4,000 characters.'
  end
$$;

-- A text without case, spaces, punctuation and width, to find comments in the same words.
create function private.letters_of(clean text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(
    translate(normalize(clean, NFKC), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003\ufe00-\ufe0f\U000e0000-\U000e0fff]', '', 'g')
$$;

-- What is wrong with the name of a thread, in one sentence, or null.
create function private.thread_problem(kind jsonb, thread jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if not coalesce(jsonb_typeof(kind) = 'string' and kind #>> '{}' in ('essay', 'chart'), false) then return 'Say which essay or chart this belongs to.'; end if;
  if not (coalesce(jsonb_typeof(thread) = 'string' and thread #>> '{}' ~ '^[a-z0-9]+(-[a-z0-9]+)*$', false) and char_length(thread #>> '{}') <= 100) then return 'Say which essay or chart this belongs to.'; end if;
  return null;
end $$;

-- What is wrong with the role and the text of a new or edited comment, in one sentence, or null.
create function private.words_problem(role jsonb, text jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if not coalesce(jsonb_typeof(role) = 'string' and role #>> '{}' in ('job_seeker', 'recruiter', 'hiring_manager', 'other', 'none'), false) then return 'A role is one of these: job_seeker, recruiter, hiring_manager, other, none.'; end if;
  if not coalesce(jsonb_typeof(text) = 'string', false) then return 'A comment has a text.'; end if;
  return private.text_problem(private.clean_text(text #>> '{}'));
end $$;

-- What is wrong with a submitted comment, in one sentence, or null.
create function private.comment_problem(comment jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if comment is null or jsonb_typeof(comment) <> 'object'
    or exists (select from jsonb_object_keys(comment) as key where key not in ('id', 'kind', 'thread', 'parent', 'role', 'text', 'receipt'))
  then return 'A comment is one object with id, kind, thread, parent, role, text and receipt, and nothing else.'; end if;
  if not coalesce(jsonb_typeof((comment -> 'id')) = 'string' and (comment -> 'id') #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false) then return 'A comment needs an id of its own, a UUID in small letters.'; end if;
  problem := private.thread_problem((comment -> 'kind'), (comment -> 'thread'));
  if problem is not null then return problem; end if;
  if not (coalesce((comment -> 'parent') = 'null', false) or coalesce(jsonb_typeof((comment -> 'parent')) = 'string' and (comment -> 'parent') #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false)) then return 'A reply names the comment that it answers by its id; any other comment names null.'; end if;
  problem := private.words_problem((comment -> 'role'), (comment -> 'text'));
  if problem is not null then return problem; end if;
  if not coalesce(jsonb_typeof((comment -> 'receipt')) = 'string' and (comment -> 'receipt') #>> '{}' ~ '^[0-9a-f]{64}$', false) then return 'A comment needs the SHA-256 of its receipt code, 64 hexadecimal digits.'; end if;
  return null;
end $$;

-- The refusal of a request that is too large, or null.
create function private.comment_too_large(request jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(request::text) > 20480 then 'A comment holds at most 4,000 characters.' end
$$;

-- Only functions of the exposed schema may call these.
revoke execute on all functions in schema private from public, anon, authenticated, service_role;
