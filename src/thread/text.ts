import { limits } from './limits.ts';

/**
 * Cleans a text as the database does, which is generated from the same lists (database/textSql.ts); a test compares the
 * two. The page uses it to count characters and to show what will be stored.
 *
 * The lists are written out and not looked up by property (`\p{Cf}` and so on), because PostgreSQL knows none and each
 * browser brings another version of Unicode. A test fails when Unicode comes to differ.
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
 * and the anchors of interlinear notes. https://trojansource.codes shows what overrides do to a reader. Those that a
 * word or an emoji is written with are kept where they are part of it: `partOfAWord`, `partOfAnEmoji`.
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

/**
 * Blocks of scripts in which a joiner between two letters is spelling, figures included: Persian writes a plural after
 * one (https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters).
 */
export const joiningBlocks: readonly Range[] = [
  [0x620, 0x77f], // Arabic, Syriac
  [0x7c0, 0x7ff], // N'Ko
  [0x840, 0x8ff], // Mandaic, Syriac, Arabic
  [0x900, 0xdff], // Devanagari to Sinhala
  [0x1000, 0x109f], // Myanmar
  [0x1780, 0x17b3], // Khmer, around two letters that nobody sees
  [0x17b6, 0x17ff],
  [0x1810, 0x18af], // Mongolian
  [0xa8e0, 0xa8ff], // Devanagari
  [0xa9e0, 0xa9ff], // Myanmar
  [0xaa60, 0xaa7f],
  [0xfb50, 0xfdff], // Arabic
  [0xfe70, 0xfefc],
  [0x10d00, 0x10d3f], // Hanifi Rohingya
  [0x1e900, 0x1e95f], // Adlam
];

/**
 * Blocks that hold every pictograph, those of later versions of Unicode and skin colours included
 * (https://www.unicode.org/reports/tr51/#def_level1_emoji), and no letter
 * and nothing that NFC replaces.
 */
export const pictographs: readonly Range[] = [
  [0xa9, 0xa9],
  [0xae, 0xae],
  [0x203c, 0x203c],
  [0x2049, 0x2049],
  [0x2122, 0x2122],
  [0x2139, 0x2139],
  [0x2190, 0x21ff],
  [0x231a, 0x2328],
  [0x23cf, 0x23ff],
  [0x24c2, 0x24c2],
  [0x25a0, 0x27bf],
  [0x2934, 0x2935],
  [0x2b00, 0x2bff],
  [0x3030, 0x3030],
  [0x303d, 0x303d],
  [0x3297, 0x3299],
  [0x1f000, 0x1f1e5],
  [0x1f200, 0x1faff],
  [0x1fc00, 0x1fffd],
];

/** What is trimmed at both ends: spaces of every width, and line breaks. */
export const blanks =
  '\n \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/** How one dialect of regular expressions writes a character by its number. */
type Escape = (point: number) => string;

const classOf = (ranges: readonly Range[], escape: Escape): string =>
  `[${ranges.map(([first, last]) => `${escape(first)}-${escape(last)}`).join('')}]`;

/** The patterns that clean a text, in what the regular expressions of JavaScript and of PostgreSQL have in common. */
export function patternsIn(escape: Escape, alsoInvisible: readonly Range[]) {
  const invisible = classOf([...stripped, ...alsoInvisible], escape);
  const marks = classOf(stackingMarks, escape);
  const joiner = `[${escape(0x200c)}${escape(0x200d)}]`;
  const selector = `[${escape(0xfe0e)}${escape(0xfe0f)}]`;
  // Between two marks a joiner would begin another stack on the same letter.
  const partOfAWord = `(?!${marks})${classOf(joiningBlocks, escape)}${marks}*${joiner}(?!${invisible}*${marks})`;
  const keycap = `[0-9#*]${escape(0xfe0f)}${escape(0x20e3)}`;
  // The flag of a part of a country is a black one, the letters of its code, and an end.
  const tags = classOf(
    [
      [0xe0030, 0xe0039],
      [0xe0061, 0xe007a],
    ],
    escape,
  );
  const flag = `${escape(0x1f3f4)}${tags}{3,7}${escape(0xe007f)}`;
  const emoji = `(?:${flag}|${classOf(pictographs, escape)}${selector}?)`;
  const partOfAnEmoji = `${keycap}|${emoji}(?:${escape(0x200d)}${emoji})*`;
  return {
    lineBreak: `\\r\\n|${classOf(lineBreaks, escape)}`,
    /** The first group is what stays. */
    invisible: `(${partOfAWord}|${partOfAnEmoji})|${invisible}`,
    tooManyMarks: `(${marks}{${marksOnALetter}})${marks}+`,
  };
}

// Half of a surrogate pair is no character, and PostgreSQL could not store it.
const patterns = patternsIn((point) => `\\u{${point.toString(16)}}`, [[0xd800, 0xdfff]]);
const lineBreak = new RegExp(patterns.lineBreak, 'gu');
const invisible = new RegExp(patterns.invisible, 'gu');
const tooManyMarks = new RegExp(patterns.tooManyMarks, 'gu');

/** Not a regular expression: `\s+$` takes quadratic time on spaces in the middle. */
function trim(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && blanks.includes(text.charAt(from))) from += 1;
  while (to > from && blanks.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/**
 * The text as it is stored and shown: normalised to NFC, with line feeds, and without invisible characters that are no
 * part of a word or an emoji.
 */
export const cleanText = (typed: string): string =>
  trim(
    typed
      .replaceAll(lineBreak, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(invisible, '$1')
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
