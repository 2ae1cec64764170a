import { migration } from '../../survey/database/migration.ts';
import { literal } from '../../survey/sql.ts';
import { envelope } from '../comment.ts';
import { limits } from '../limits.ts';
import { commentActions, queues, threadActions } from '../moderation.ts';
import { rejections } from '../rejection.ts';
import { reportReasons } from '../reportReason.ts';
import { roles, shownRoles } from '../role.ts';
import { commentStates } from '../state.ts';
import { textSentences } from '../text.ts';
import { threadId, threadKinds } from '../thread.ts';
import { textSql } from './textSql.ts';

const codesOf = (list: readonly { readonly code: string }[]): readonly string[] =>
  list.map(({ code }) => code);
const enumOf = (name: string, codes: readonly string[]): string =>
  `create type private.${name} as enum (${codes.map(literal).join(', ')});`;

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const isOneOf = (value: string, codes: readonly string[]): string =>
  `coalesce(jsonb_typeof(${value}) = 'string' and ${value} #>> '{}' in (${codes.map(literal).join(', ')}), false)`;
const isLike = (value: string, pattern: string): string =>
  `coalesce(jsonb_typeof(${value}) = 'string' and ${value} #>> '{}' ~ ${literal(pattern)}, false)`;

const field = (name: string): string => `(comment -> ${literal(name)})`;
const unless = (test: string, sentence: string): string =>
  `  if not ${test} then return ${literal(sentence)}; end if;`;

const typesSql = (): string =>
  [
    enumOf('thread_kind', threadKinds),
    enumOf('comment_role', codesOf(shownRoles)),
    enumOf('comment_state', codesOf(commentStates)),
    enumOf('rejection', codesOf(rejections)),
    enumOf('report_reason', codesOf(reportReasons)),
    enumOf('moderation_action', [...commentActions, ...threadActions]),
    enumOf('queue', queues),
  ].join('\n');

/** What the database looks up: a limit, and a state as it is told. */
const lookupSql =
  (): string => `-- A limit that the page shares (src/thread/limits.ts). Raises an error for an unknown name.
create function private.thread_limit(name text) returns integer
language plpgsql immutable set search_path = '' as $$
begin
  case name
${Object.entries(limits)
  .map(([name, value]) => `    when ${literal(snake(name))} then return ${value};`)
  .join('\n')}
  end case;
end $$;

-- A comment's state as its author is told it.
create function private.seen_state(state private.comment_state) returns text
language sql immutable set search_path = '' as $$
  select case state
${commentStates.map(({ code, seen }) => `    when ${literal(code)} then ${literal(seen)}`).join('\n')}
  end
$$;`;

/** What is wrong with a comment, in the words of the page. */
const problemSql = (): string => `-- What is wrong with the name of a thread, in one sentence, or null.
create function private.thread_problem(kind jsonb, thread jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
${unless(isOneOf('kind', threadKinds), threadId.message)}
${unless(`(${isLike('thread', threadId.pattern)} and char_length(thread #>> '{}') <= ${threadId.maxLength})`, threadId.message)}
  return null;
end $$;

-- What is wrong with the role and the text of a new or edited comment, in one sentence, or null.
create function private.words_problem(role jsonb, text jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
${unless(isOneOf('role', codesOf(roles)), envelope.role.message)}
${unless(`coalesce(jsonb_typeof(text) = 'string', false)`, envelope.text.message)}
  return private.text_problem(private.clean_text(text #>> '{}'));
end $$;

-- What is wrong with a submitted comment, in one sentence, or null.
create function private.comment_problem(comment jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  problem text;
begin
  if comment is null or jsonb_typeof(comment) <> 'object'
    or exists (select from jsonb_object_keys(comment) as key where key not in (${envelope.keys.map(literal).join(', ')}))
  then return ${literal(envelope.notAnObject)}; end if;
${unless(isLike(field('id'), envelope.id.pattern), envelope.id.message)}
  problem := private.thread_problem(${field('kind')}, ${field('thread')});
  if problem is not null then return problem; end if;
${unless(`(coalesce(${field('parent')} = 'null', false) or ${isLike(field('parent'), envelope.id.pattern)})`, envelope.parent.message)}
  problem := private.words_problem(${field('role')}, ${field('text')});
  if problem is not null then return problem; end if;
${unless(isLike(field('receipt'), envelope.receipt.pattern), envelope.receipt.message)}
  return null;
end $$;

-- The refusal of a request that is too large, or null.
create function private.comment_too_large(request jsonb) returns text
language sql immutable set search_path = '' as $$
  select case when octet_length(request::text) > ${limits.requestBytes} then ${literal(textSentences.tooLong)} end
$$;`;

/** The rules about comments that the page and the database share. */
export const rulesSql = (): string =>
  migration('src/thread', [typesSql(), lookupSql(), textSql(), problemSql()]);
