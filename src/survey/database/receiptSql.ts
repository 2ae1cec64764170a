import { alphabet, bitsPerSymbol } from '../../receipt/crockford.ts';
import { randomSymbols } from '../../receipt/receiptCode.ts';
import { mostCorrections } from '../consent.ts';
import type { SideId } from '../question.ts';
import { literal } from '../sql.ts';
import { migration } from './migration.ts';
import { sideIds } from '../sides.ts';

const codeLength = randomSymbols + 1;

/** Takes the one spelling that readReceiptCode.ts makes of what people type; a test compares the two. */
const receiptHash = `-- The SHA-256 of a receipt code; null if the symbols or the check symbol are wrong.
create function private.receipt_hash(code text) returns bytea
language plpgsql immutable set search_path = '' as $$
declare
  -- Zero at the end if the check symbol is right: each step multiplies by x in GF(32), x^5 + x^2 + 1.
  remainder integer := 0;
begin
  if code !~ '^[${alphabet}]{${codeLength}}$' then
    return null;
  end if;
  for place in 1..${codeLength} loop
    remainder := ((remainder << 1) # ((remainder >> ${bitsPerSymbol - 1}) * 37))
      # (strpos(${literal(alphabet)}, substr(code, place, 1)) - 1);
  end loop;
  return case when remainder = 0 then sha256(convert_to(code, 'UTF8')) end;
end $$;`;

const shown = (side: SideId): string => `select jsonb_build_object(
    'side', ${literal(side)}, 'instrument', instrument, 'submitted_on', submitted_on,
    'kept_until', kept_until, 'revision', revision,
    'answers', private.${side}_answers(response)
  ) from private.${side} as response where receipt = code`;

function correctSide(side: SideId): string {
  return `create function private.correct_${side}(code bytea, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
declare
  former private.${side};
  response private.${side};
begin
  select * into former from private.${side} where receipt = code for update;
  if not found then
    return null;
  end if;
  perform private.lock(${literal(`${side} `)} || encode(former.answers_hash, 'hex'));
  response := private.fill_${side}(former, answers);
  response.revision := former.revision + 1;
  response.since := null;
  response := private.judge_${side}(response, null);
  delete from private.${side} where id = former.id;
  insert into private.${side} values (response.*);
  perform private.replace_first_${side}(former.submitted_on, former.answers_hash);
  return response.revision;
end $$;`;
}

/** The same steps as a withdrawal, for all whose time is over. */
const expireSide = (side: SideId): string => `  for former in
    delete from private.${side} where kept_until < today returning id, submitted_on, answers_hash
  loop
    perform private.bury(former.id);
    perform private.replace_first_${side}(former.submitted_on, former.answers_hash);
  end loop;`;

function withdrawSide(side: SideId): string {
  return `create function private.withdraw_${side}(code bytea) returns boolean
language plpgsql set search_path = '' as $$
declare
  former private.${side};
begin
  select * into former from private.${side} where receipt = code for update;
  if not found then
    return false;
  end if;
  perform private.lock(${literal(`${side} `)} || encode(former.answers_hash, 'hex'));
  delete from private.${side} where id = former.id;
  perform private.bury(former.id);
  perform private.replace_first_${side}(former.submitted_on, former.answers_hash);
  return true;
end $$;`;
}

/** Reading, correcting, withdrawing and forgetting, for each side. Lock order: the lock on all receipts first. */
export function receiptSql(): string {
  return migration('src/receipt/receiptCode.ts', [
    receiptHash,
    `-- A response as its owner may see it; null when the code is unknown.
create function private.response_of(code bytea) returns jsonb
language sql stable set search_path = '' as $$
  ${sideIds.map(shown).join('\n  union all\n  ')}
$$;

${sideIds.flatMap((side) => [correctSide(side), withdrawSide(side)]).join('\n\n')}

-- How often one response may be corrected, as its person was told before answering.
create function private.most_corrections() returns integer
language sql immutable set search_path = '' as $$
  select ${mostCorrections}
$$;

-- The new revision; null when the code is unknown. The answers must have been checked; their version stays.
create function private.correct(code bytea, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return coalesce(${sideIds.map((side) => `private.correct_${side}(code, answers)`).join(', ')});
end $$;

-- Whether there was anything to delete.
create function private.withdraw(code bytea) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return ${sideIds.map((side) => `private.withdraw_${side}(code)`).join(' or ')};
end $$;

-- Deletes the responses whose time is over: each was promised its own when it was sent.
create function private.expire_responses() returns void
language plpgsql set search_path = '' as $$
declare
  today constant date := (now() at time zone 'utc')::date;
  former record;
begin
  if not exists (${sideIds.map((side) => `select from private.${side} where kept_until < today`).join(' union all ')}) then
    return;
  end if;
  perform private.lock('receipts');
${sideIds.map(expireSide).join('\n')}
end $$;`,
  ]);
}
