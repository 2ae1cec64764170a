import mammoth from 'mammoth';
import { PlainError } from '../server/PlainError.ts';
import { readHtml } from './readHtml.ts';
import { textOf, type Source } from './source.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** A Word file. Its words are counted by mammoth’s other reading of it, which knows no formatting. */
export async function readWord(buffer: Buffer): Promise<Source> {
  const read = await Promise.all([
    mammoth.convertToHtml({ buffer }, { styleMap: STYLES }),
    mammoth.extractRawText({ buffer }),
  ]).catch((): never => {
    throw new PlainError(
      'This is no Word file (.docx) that can be read: save it as .docx again, or as .txt.',
    );
  });
  const [html, words] = read.map(({ value }) => value);
  const source = readHtml(html ?? '');
  const notes = source.tree.children.filter(({ type }) => type === 'footnoteDefinition');
  return { ...source, text: [words, ...notes.map(textOf)].join('\n') };
}
