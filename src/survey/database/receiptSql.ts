import { alphabet, bitsPerSymbol, writeSymbols } from '../../receipt/crockford.ts';
import type { Questionnaire, SideId } from '../question.ts';
import { migration } from './migration.ts';
import { readSymbols } from '../../receipt/readSymbols.ts';
import { makeReceiptCode, receiptBytes } from '../../receipt/receiptCode.ts';
import { literal } from '../sql.ts';

const codeLength = makeReceiptCode(new Uint8Array(receiptBytes)).length;

/**
 * What each single character is read as, found by asking the reader of the browser (readSymbols.ts) about every character
 * that NFKC leaves as it is: a symbol of the alphabet, or nothing. Every other character makes a code malformed.
 */
function readings(): { from: string; to: string; several: readonly (readonly [string, string])[] } {
  const symbols: [string, string][] = [];
  const ignored: string[] = [];
  for (let point = 1; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    // Half of a pair is no character, and PostgreSQL has none.
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (character.normalize('NFKC') !== character) continue;
    const read = readSymbols(character);
    if (read === null) continue;
    if (read.length === 0) ignored.push(character);
    else if (writeSymbols(read) !== character) symbols.push([character, writeSymbols(read)]);
  }
  const single = symbols.filter(([, written]) => written.length === 1);
  return {
    from: [...single.map(([character]) => character), ...ignored].join(''),
    to: single.map(([, written]) => written).join(''),
    // A capital of two letters, such as SS for ß.
    several: symbols.filter(([, written]) => written.length > 1),
  };
}

/** A text literal in which everything outside ASCII and every control character is written as an escape. */
const escaped = (text: string): string =>
  `U&'${Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point > 0x20 && point < 0x7f && character !== "'" && character !== '\\') return character;
    return `\\+${point.toString(16).padStart(6, '0')}`;
  }).join('')}'`;

/** The reader of a receipt code, the same as readReceiptCode.ts; a test holds one against the other. */
function readCode(): string {
  const { from, to, several } = readings();
  const plain = several.reduce(
    (text, [character, written]) => `replace(${text}, ${escaped(character)}, ${literal(written)})`,
    'normalize(typed, NFKC)',
  );
  return `-- The SHA-256 of a receipt code as a person typed it; null if no code can be meant.
create function private.receipt_hash(typed text) returns bytea
language plpgsql immutable set search_path = '' as $$
declare
  code constant text := translate(${plain}, ${escaped(from)}, ${literal(to)});
  -- The remainder that the check symbol makes zero: each step multiplies by x in GF(32), x^5 + x^2 + 1.
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
}

const shown = (side: SideId): string => `select jsonb_build_object(
    'side', ${literal(side)}, 'instrument', instrument, 'submitted_on', submitted_on, 'revision', revision,
    'answers', private.${side}_answers(response)
  ) from private.${side} as response where receipt = code`;

function correctSide(side: SideId): string {
  return `create function private.correct_${side}(code bytea, version text, answers jsonb) returns integer
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
  response.instrument := version;
  response.revision := former.revision + 1;
  response := private.judge_${side}(response, null);
  delete from private.${side} where id = former.id;
  insert into private.${side} values (response.*);
  perform private.replace_first_${side}(former.submitted_on, former.answers_hash);
  return response.revision;
end $$;`;
}

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

/**
 * What a receipt code can do, for each side. Whoever corrects or withdraws takes the lock on all receipts first.
 * @param retentionMonths how long a code leads to its answers, as the consent text says
 */
export function receiptSql(questionnaire: Questionnaire, retentionMonths: number): string {
  const sides = Object.values(questionnaire.sides).map(({ id }) => id);
  const expire = sides.map(
    (side) => `  update private.${side} set receipt = null
  where receipt is not null and submitted_on < (now() at time zone 'utc')::date - interval '${retentionMonths} months';`,
  );
  return migration('src/receipt/receiptCode.ts and src/controller.ts', [
    readCode(),
    `-- A response as its owner may see it; null when the code is unknown.
create function private.response_of(code bytea) returns jsonb
language sql stable set search_path = '' as $$
  ${sides.map(shown).join('\n  union all\n  ')}
$$;

${sides.flatMap((side) => [correctSide(side), withdrawSide(side)]).join('\n\n')}

-- The new revision; null when the code is unknown. The answers must have been checked.
create function private.correct(code bytea, version text, answers jsonb) returns integer
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return coalesce(${sides.map((side) => `private.correct_${side}(code, version, answers)`).join(', ')});
end $$;

-- Whether there was anything to delete.
create function private.withdraw(code bytea) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform private.lock('receipts');
  return ${sides.map((side) => `private.withdraw_${side}(code)`).join(' or ')};
end $$;

-- After the time the consent text promises, nothing leads from a code to its answers any more.
create function private.expire_receipts() returns void
language sql set search_path = '' as $$
${expire.join('\n')}
$$;`,
  ]);
}
