import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';

/** Lines of front matter, and what follows them. The byte order mark that some editors write is no sign of the text. */
const LAYOUT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/** What a line would be in quotes, where a sign of YAML in its value is the likely slip; empty where it has none. */
function inQuotes(line: string): string {
  const [, indent = '', field, value = ''] = /^(\s*)([\w-]+):\s*(\S.*?)\s*$/.exec(line) ?? [];
  if (field === undefined || !/[:#"'&*!|>%@`{}[\]]/.test(value)) return '';
  const bare = /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;
  return `; a value that holds a sign of YAML goes in quotes: ${indent.trim()}${field}: '${bare.replaceAll("'", "''")}'`;
}

/** The line of a value; where it is missing, of the field around it. */
function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  lines: LineCounter,
  field?: string,
): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair =
    field !== undefined && isMap(node)
      ? node.items.find(({ key }) => isNode(key) && String(key) === field)
      : undefined;
  const key = isPair(pair) && isNode(pair.key) ? pair.key : node;
  if (isNode(key) && key.range) return lines.linePos(key.range[0]).line + 1;
  return path.length === 0 ? 1 : lineOf(document, path.slice(0, -1), lines);
}

const named = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ');

/**
 * The front matter of a file, unread by a schema: a day is still the text that its author wrote, which YAML 1.1 would have
 * turned into another one where it does not exist.
 *
 * @param file the file’s path, named in errors
 * @param text the whole file
 * @throws where there is none, or a line of it is no YAML, naming file, line, field and what was expected
 */
export function readFrontMatter(file: string, text: string): { document: Document; lines: LineCounter } {
  const [, written] = LAYOUT.exec(text) ?? [];
  if (written === undefined)
    throw new Error(
      `${file}:1: expected front matter: a line ---, then fields such as title: …, then another line ---.`,
    );
  const lines = new LineCounter();
  const document = parseDocument(written, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  // One at a time: what follows a slip is often read wrongly because of it.
  const [slip] = [...document.errors, ...document.warnings];
  if (slip === undefined) return { document, lines };
  const { line } = lines.linePos(slip.pos[0]);
  const source = written.split(/\r?\n/)[line - 1] ?? '';
  const field = /^\s*([\w-]+):/.exec(source)?.[1];
  const at = `${file}:${line + 1}: ${field === undefined ? '' : `${field}: `}`;
  if (slip.code === 'DUPLICATE_KEY')
    throw new Error(`${at}expected this field once; it stands above already.`);
  throw new Error(`${at}expected a field and its value as YAML reads them${inQuotes(source)}.`);
}

/**
 * Reads the front matter with a schema.
 *
 * @returns its fields as they are written, for whoever reads them with the same schema again
 * @throws on everything that the schema refuses, a line each: file, line, field and what was expected
 */
export function checkFrontMatter(file: string, text: string, schema: z.ZodType): Record<string, unknown> {
  const { document, lines } = readFrontMatter(file, text);
  const data: unknown = document.toJS();
  const read = schema.safeParse(data);
  if (read.success) return data as Record<string, unknown>;
  const faults = read.error.issues.map((issue) => {
    const field = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path.at(-1) ?? '');
    const parent = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
    const line = lineOf(document, parent, lines, field);
    return `${file}:${line}: ${issue.path.length > 0 ? `${named(issue.path)}: ` : ''}${issue.message}.`;
  });
  throw new Error(faults.join('\n'));
}
