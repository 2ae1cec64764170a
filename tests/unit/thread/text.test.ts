import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/thread/limits.ts';
import {
  blanks,
  cleanText,
  lengthOf,
  lineBreaks,
  stackingMarks,
  stripped,
  textProblem,
  textSentences,
} from '../../../src/thread/text.ts';
import { hostileTexts } from '../../examples/hostileTexts.ts';

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

  test('loses blanks and empty lines at its ends and none inside', () => {
    expect(cleanText(`\n \u00a0\u3000a  b\n\n\nc \t\n`)).toBe('a  b\n\n\nc');
  });

  test('that is clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const clean = cleanText(typed);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.normalize('NFC')).toBe(clean);
      }),
      { numRuns: 2000 },
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
