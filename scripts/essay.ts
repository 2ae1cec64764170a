import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { draftOf } from './essay/draft.ts';
import { readHtml } from './essay/readHtml.ts';
import { readLedger } from './essay/readLedger.ts';
import { readMarkdown, readText } from './essay/readText.ts';
import { readWord } from './essay/readWord.ts';
import { report } from './essay/report.ts';
import type { Source } from './essay/source.ts';
import { folders } from './command/folders.ts';
import { PlainError } from './command/PlainError.ts';
import { readOptions } from './command/readOptions.ts';
import { runCommand } from './command/runCommand.ts';

const USAGE = 'npm run essay -- <file.txt, .md, .html or .docx>';

/** UTF-8, or one of the two encodings in which Windows saved texts before. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function read(file: string): Source | Promise<Source> {
  const bytes = readFileSync(file);
  switch (extname(file).toLowerCase()) {
    case '.txt':
      return readText(decoded(bytes));
    case '.md':
    case '.markdown':
      return readMarkdown(decoded(bytes));
    case '.html':
    case '.htm':
      return readHtml(decoded(bytes));
    case '.docx':
      return readWord(bytes);
    default:
      throw new PlainError(`${file} is no kind of text that can be read: ${USAGE}.`);
  }
}

/**
 * npm run essay: a draft of an essay from a text that was pasted or exported.
 *   -- <file>     plain text, Markdown, HTML or a Word file
 *   --title …     where the text does not begin with its title
 *   --author …    where the text does not name its author
 *   --slug …      the address, where the title does not make the one that is wanted
 */
await runCommand(async () => {
  const { values, positionals } = readOptions(
    'npm run essay',
    { title: { type: 'string' }, author: { type: 'string' }, slug: { type: 'string' } },
    'the file of a text',
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new PlainError(`Name one file: ${USAGE}.`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new PlainError(`There is no file ${file}.`);
  const draft = draftOf(await read(file), values, new Date().toISOString().slice(0, 10));
  const ledger = readLedger(join(folders.root, 'src/content/ledger'));
  const target = `src/content/essays/${draft.slug}.mdx`;
  const taken = [target, target.replace(/x$/, '')].find((path) => existsSync(join(folders.root, path)));
  if (taken !== undefined)
    throw new PlainError(`${taken} is there already and stays as it is: give the draft another --slug.`);
  writeFileSync(join(folders.root, target), draft.text, { flag: 'wx' });
  console.log(report(draft, target, ledger));
});
