import mammoth from 'mammoth';
import { PlainError } from '../command/PlainError.ts';
import { readHtml } from './readHtml.ts';
import { listNumbers, textOf, type Dropped, type Source } from './source.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** What mammoth says that it has no HTML for, such as a formula: its other reading knows no word of it either. */
const passedOver = (messages: readonly { readonly message: string }[]): readonly Dropped[] =>
  // An element of an unknown part is named with the address of its kind.
  [...new Set(messages.map(({ message }) => message.replace(/\{.*\}/, '')))]
    .filter((message) => message.includes(' was ignored'))
    .map((message) => ({ what: `what mammoth cannot read in a Word file (“${message}”)`, text: '' }));

/**
 * Charts and SmartArt, which mammoth passes over without a word. Each is a part of the file, and a zip archive holds the
 * names of its parts as they are (APPNOTE 4.4.17).
 */
const drawings = (buffer: Buffer): readonly Dropped[] =>
  [...new Set(buffer.toString('latin1').match(/word\/(charts\/chart(Ex)?|diagrams\/data)\d*\.xml/g))].map(
    (part) => ({
      what: `${part.includes('chart') ? 'a chart' : 'SmartArt'} of a Word file, which mammoth cannot read (${part})`,
      text: '',
    }),
  );

/** Where the lists of a Word file begin is reckoned from its other parts, which mammoth does not do: each begins with 1. */
const countedAnew = (numbers: readonly string[]): readonly Dropped[] =>
  numbers.length === 0
    ? []
    : [
        {
          what: 'the numbers that Word shows in its lists: each begins with 1 here, so compare them',
          text: '',
        },
      ];

/** A Word file. Its words are counted by mammoth’s other reading of it, which knows no formatting. */
export async function readWord(buffer: Buffer): Promise<Source> {
  const [html, words] = await Promise.all([
    mammoth.convertToHtml({ buffer }, { styleMap: STYLES }),
    mammoth.extractRawText({ buffer }),
  ]).catch((): never => {
    throw new PlainError(
      'This is no Word file (.docx) that can be read: save it as .docx again, or as .txt.',
    );
  });
  const source = readHtml(html.value);
  const notes = source.tree.children.filter(({ type }) => type === 'footnoteDefinition');
  return {
    ...source,
    text: [words.value, ...notes.map(textOf)].join('\n'),
    dropped: [
      ...source.dropped,
      ...passedOver(html.messages),
      ...drawings(buffer),
      ...countedAnew(listNumbers(source.tree)),
    ],
  };
}
