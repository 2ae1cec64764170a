import { limits } from './limits.ts';

/**
 * Cleans a text as the database does, which is generated from the same lists (database/textSql.ts); a test compares the
 * two. The page uses it to count characters and to show what will be stored.
 *
 * The lists are written out and not looked up by property (`\p{Cf}` and so on), because a browser, Node and PostgreSQL
 * each bring another version of Unicode. A test fails when Unicode comes to differ.
 */

type Range = readonly [first: number, last: number];

/** What starts a new line, besides a carriage return and line feed together. */
export const lineBreaks: readonly Range[] = [
  [0x0a, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
];

/**
 * Invisible characters, which can change how visible ones are shown: controls, everything that Unicode ignores by
 * default (bidirectional overrides, zero widths, variation selectors, tags: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point)
 * and the anchors of interlinear notes. https://trojansource.codes shows what overrides do to a reader.
 */
export const stripped: readonly Range[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Combining marks that stack above and below a letter without limit. Those that stay on the line are not listed. */
export const stackingMarks: readonly Range[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x730, 0x74a],
  [0x8d3, 0x8e1],
  [0x8e3, 0x902],
  [0x93c, 0x93c],
  [0x94d, 0x94d],
  [0xe31, 0xe31],
  [0xe34, 0xe3a],
  [0xe47, 0xe4e],
  [0xeb1, 0xeb1],
  [0xeb4, 0xebc],
  [0xec8, 0xecd],
  [0xf71, 0xf7e],
  [0xf80, 0xf84],
  [0x1ab0, 0x1ace],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20f0],
  [0x302a, 0x302d],
  [0x3099, 0x309a],
  [0xa66f, 0xa672],
  [0xa674, 0xa67d],
  [0xfe20, 0xfe2f],
];

/** More on one letter are dropped: no language needs as many. */
export const marksOnALetter = 4;

/** What is trimmed at both ends: spaces of every width, and line breaks. */
export const blanks =
  '\n \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

const escape = (point: number): string => `\\u{${point.toString(16)}}`;
const classOf = (ranges: readonly Range[]): string =>
  `[${ranges.map(([first, last]) => `${escape(first)}-${escape(last)}`).join('')}]`;

const lineBreak = new RegExp(`\r\n|${classOf(lineBreaks)}`, 'gu');
// Half of a surrogate pair is no character, and PostgreSQL could not store it.
const invisible = new RegExp(`${classOf(stripped)}|[\\ud800-\\udfff]`, 'gu');
const tooManyMarks = new RegExp(
  `(${classOf(stackingMarks)}{${marksOnALetter}})${classOf(stackingMarks)}+`,
  'gu',
);

/** Not a regular expression: `\s+$` takes quadratic time on spaces in the middle. */
function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && blanks.includes(text.charAt(from))) from += 1;
  while (to > from && blanks.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** The text as it is stored and shown: normalised to NFC, with line feeds, and without invisible characters. */
export const cleanText = (typed: string): string =>
  trim(
    typed
      .replaceAll(lineBreak, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(invisible, '')
      .normalize('NFC')
      .replaceAll(tooManyMarks, '$1'),
  );

/** The length in code points, as PostgreSQL counts characters. */
export const lengthOf = (text: string): number => Array.from(text).length;

export const textSentences = {
  empty: 'Write something before you send it.',
  tooLong: `A comment holds at most ${limits.characters.toLocaleString('en-GB')} characters.`,
} as const;

/** What is wrong with a clean text, in one sentence, or null. */
export function textProblem(clean: string): string | null {
  if (clean === '') return textSentences.empty;
  return lengthOf(clean) > limits.characters ? textSentences.tooLong : null;
}
