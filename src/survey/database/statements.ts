/** One statement of SQL, as far as it has to be told from others. */
export interface Statement {
  /** From its first word to its semicolon. */
  readonly text: string;
  /** The comments before it. */
  readonly comment: string;
  /** What it makes or is about, such as “function private.keep”; the whole text where that is nothing with a name. */
  readonly object: string;
}

/** A comment, a text, a quoted name, a dollar-quoted body, a semicolon, or whatever stands between. */
const token =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)|(?<!\w)[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<tag>\$(?:[a-z_]\w*)?\$)[\s\S]*?\k<tag>|(?<end>;)|(?:(?!\be')[^-/'"$;])+|[\s\S]/giy;

const named: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^create (?:or replace )?function ([\w."*/]+)/, 'function'],
  [/^create type ([\w.]+)/, 'type'],
  [/^create (?:unlogged )?table (?:if not exists )?([\w.]+)/, 'table'],
  [/^create (?:unique )?index (\w+)/, 'index'],
  [/^create domain ([\w."*/]+)/, 'domain'],
  [/^create trigger (\w+) [\s\S]*? on ([\w.]+)/, 'trigger'],
  [/^(comment on \w+ [\w.]+(?:\([^)]*\))?) is /, ''],
];

function objectOf(text: string): string {
  for (const [pattern, kind] of named) {
    const [, ...names] = pattern.exec(text) ?? [];
    if (names.length > 0) return `${kind} ${names.join(' on ')}`.trim();
  }
  return text;
}

/** The statements of a file in order. Bodies in dollar quotes are left whole; a body in BEGIN ATOMIC is not understood. */
export function statementsOf(sql: string): readonly Statement[] {
  const statements: Statement[] = [];
  let text = '';
  let comment = '';
  for (const [part, groups] of sql.matchAll(token).map((match) => [match[0], match.groups ?? {}] as const)) {
    if (groups.comment !== undefined && text === '') comment += `${part}\n`;
    else text += text === '' ? part.trimStart() : part;
    if (groups.end === undefined) continue;
    statements.push({ text, comment, object: objectOf(text) });
    text = '';
    comment = '';
  }
  if (text.trim() !== '') throw new Error(`This statement has no end: ${text.trim().slice(0, 60)}`);
  return statements;
}
