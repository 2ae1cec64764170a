import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/thread/limits.ts';
import {
  blanks,
  cleanText,
  joiningBlocks,
  lengthOf,
  lineBreaks,
  marksOnALetter,
  pictographs,
  stackingMarks,
  stripped,
  textProblem,
  textSentences,
} from '../../../src/thread/text.ts';
import { hostileTexts } from '../../examples/hostileTexts.ts';
import { lettersKept } from '../../examples/lettersKept.ts';
import { anyText } from '../../examples/anyText.ts';

const has = (ranges: readonly (readonly [number, number])[], point: number): boolean =>
  ranges.some(([first, last]) => point >= first && point <= last);

/** Every code point that one of the lists and the other rule judge differently. */
function differing(rule: RegExp, inList: (point: number) => boolean): string[] {
  const found: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    if (rule.test(String.fromCodePoint(point)) !== inList(point)) found.push(point.toString(16));
  }
  return found;
}

describe('a text', () => {
  test.each(hostileTexts.map(({ name, typed, kept = typed }) => [name, typed, kept] as const))(
    'with %s is kept as typed, but for what cannot be seen',
    (_, typed, kept) => {
      expect(cleanText(typed)).toBe(kept);
    },
  );

  test.each(lettersKept)('keeps %s', (_, typed) => {
    expect(cleanText(typed)).toBe(typed);
    expect(cleanText(`(${typed})`)).toBe(`(${typed})`);
  });

  test.each([
    ['a joiner in a Latin word', 're\u200djected', 'rejected'],
    ['a joiner that begins a word', '\u200c\u0645\u06cc', '\u0645\u06cc'],
    ['the second of two joiners', '\u0645\u200c\u200c\u06cc', '\u0645\u200c\u06cc'],
    ['a joiner after an emoji, before a letter', '\u{1f469}\u200da', '\u{1f469}a'],
    ['a selector on a letter or a bare figure', 'a\ufe0f1\ufe0f', 'a1'],
    ['the second of two selectors', '\u2764\ufe0f\ufe0f', '\u2764\ufe0f'],
    [
      'tags that spell a message behind a flag',
      '\u{1f3f4}\u{e0068}\u{e0069}\u{e0068}\u{e0069}!',
      '\u{1f3f4}!',
    ],
    ['an override between joining letters', '\u0645\u202e\u06cc', '\u0645\u06cc'],
  ])('loses %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  test('has no more marks on a letter for joiners between them', () => {
    for (const between of ['\u200c', '\u200d', '\u200c\u200b', '\ufe0f\u200d']) {
      const typed = `\u0628${`\u064e${between}`.repeat(100)}\u0628`;
      const stacked = /\u064e[^\u0628]*/.exec(cleanText(typed))?.[0] ?? '';
      expect(stacked.match(/\u064e/g)).toHaveLength(marksOnALetter);
    }
  });

  test('loses blanks and empty lines at its ends and none inside', () => {
    expect(cleanText(`\n \u00a0\u3000a  b\n\n\nc \t\n`)).toBe('a  b\n\n\nc');
  });

  test('that is clean stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 60 })), (typed) => {
        const clean = cleanText(typed);
        // Among so many marks some change places with what was cut off before them, which no language writes.
        fc.pre(!/\p{M}{4}|\p{M}{2}[\u200c\u200d]|[\u200c\u200d]\p{M}{2}/u.test(clean));
        expect(cleanText(clean)).toBe(clean);
        expect(clean.normalize('NFC')).toBe(clean);
      }),
      { numRuns: 5000 },
    );
  });

  test('loses an unpaired surrogate', () => {
    expect(cleanText('a\ud800b\udc00c')).toBe('abc');
  });

  test('with a million blanks between two letters is cleaned, which a regular expression with quadratic backtracking never ends', () => {
    const typed = `a${' \n'.repeat(500_000)}b`;
    expect(cleanText(typed)).toBe(typed);
  });
});

describe('the lists', () => {
  test('strip every control but line breaks and the tab, and everything that Unicode ignores by default', () => {
    const rule = /^(\p{Cc}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb])$/u;
    const kept = (point: number) => has(lineBreaks, point) || point === 9;
    const control = /^\p{Cc}$/u;
    expect(
      differing(
        rule,
        (point) => has(stripped, point) || (kept(point) && control.test(String.fromCodePoint(point))),
      ),
    ).toEqual([]);
  });

  test('strip every control of direction: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters', () => {
    for (let point = 0; point <= 0xffff; point += 1)
      if (/^\p{Bidi_Control}$/u.test(String.fromCharCode(point)))
        expect(has(stripped, point), point.toString(16)).toBe(true);
  });

  test('cut off what separates words', () => {
    expect(differing(/^(\p{Zs}|\n)$/u, (point) => blanks.includes(String.fromCodePoint(point)))).toEqual([]);
  });

  test('name the blocks of every script with joiners, and nothing invisible', () => {
    const joined = new RegExp(
      `^(?![\\p{DI}\\p{Cf}])[${[
        'Arabic',
        'Syriac',
        'Nko',
        'Mandaic',
        'Mongolian',
        'Hanifi_Rohingya',
        'Adlam',
        ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'],
        ...['Malayalam', 'Sinhala', 'Myanmar', 'Khmer'],
      ]
        .map((script) => `\\p{Script=${script}}`)
        .join('')}]$`,
      'u',
    );
    const letter = /^[\p{L}\p{M}\p{Nd}]$/u;
    for (let point = 0; point <= 0xffff; point += 1) {
      const one = String.fromCodePoint(point);
      if (joined.test(one) && letter.test(one) && point > 0x61a)
        expect(has(joiningBlocks, point), point.toString(16)).toBe(true);
      if (has(joiningBlocks, point)) expect(has(stripped, point), point.toString(16)).toBe(false);
      if (has(joiningBlocks, point)) expect(/^\p{Script=Latin}$/u.test(one), point.toString(16)).toBe(false);
    }
  });

  test('name the blocks of every pictograph, and no other letter', () => {
    for (let point = 0x80; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const one = String.fromCodePoint(point);
      if (/^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u.test(one))
        expect(has(pictographs, point), point.toString(16)).toBe(true);
      if (has(pictographs, point)) expect(one.normalize('NFC')).toBe(one);
      if (has(pictographs, point))
        expect(/^[\p{ExtPict}\p{S}\p{P}\p{No}\p{Nl}\p{Cn}]$/u.test(one), point.toString(16)).toBe(true);
    }
  });

  test('call nothing a stacking mark that is no mark', () => {
    for (const [first, last] of stackingMarks)
      for (let point = first; point <= last; point += 1)
        expect(/^[\p{M}\p{Cn}\p{DI}]$/u.test(String.fromCodePoint(point)), point.toString(16)).toBe(true);
  });
});

describe('the length', () => {
  test('counts code points, not UTF-16 units', () => {
    expect(lengthOf('\u{1f642}'.repeat(3))).toBe(3);
    expect(textProblem('\u{1f642}'.repeat(limits.characters))).toBeNull();
  });

  test('is 1 to 4,000', () => {
    expect(textProblem(cleanText(' \u200b\n'))).toBe(textSentences.empty);
    expect(textProblem('a')).toBeNull();
    expect(textProblem('a'.repeat(4001))).toBe('A comment holds at most 4,000 characters.');
  });
});
