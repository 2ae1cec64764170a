import { literal } from '../../survey/sql.ts';
import { limits } from '../limits.ts';
import { blanks, patternsIn, textSentences } from '../text.ts';

/** A character in a regular expression or in a text of PostgreSQL (E'' or ARE): https://www.postgresql.org/docs/17/functions-matching.html#POSIX-CHARACTER-ENTRY-ESCAPES-TABLE */
const escaped = (point: number): string =>
  point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;

const replaced = (text: string, pattern: string, by: string): string =>
  `regexp_replace(${text},\n    ${literal(pattern)}, ${by}, 'g')`;

/** The same as cleanText and textProblem in text.ts. */
export function textSql(): string {
  // PostgreSQL has no character NUL, neither in a text nor in a pattern.
  const { lineBreak, invisible, tooManyMarks } = patternsIn((point) => escaped(Math.max(1, point)), []);
  const lines = replaced('typed', lineBreak, `E'\\n'`);
  const seen = replaced(`replace(${lines}, E'\\t', ' ')`, invisible, `'\\1'`);
  const few = replaced(`normalize(${seen}, NFC)`, tooManyMarks, `'\\1'`);
  const cut = `E'${Array.from(blanks, (blank) => escaped(blank.codePointAt(0) ?? 0)).join('')}'`;
  return `-- A text as it is stored and shown. One replacement after another, because their order matters.
create function private.clean_text(typed text) returns text
language sql immutable strict set search_path = '' as $$
  select btrim(${few},
    ${cut})
$$;

-- What is wrong with a clean text, in one sentence, or null.
create function private.text_problem(clean text) returns text
language sql immutable set search_path = '' as $$
  select case
    when clean = '' then ${literal(textSentences.empty)}
    when char_length(clean) > ${limits.characters} then ${literal(textSentences.tooLong)}
  end
$$;

-- A text without case, spaces, punctuation and width, to find comments in the same words.
create function private.letters_of(clean text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(
    translate(normalize(clean, NFKC), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),
    '[\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u3003\\ufe00-\\ufe0f\\U000e0000-\\U000e0fff]', '', 'g')
$$;`;
}
