import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet, bitsPerSymbol } from '../../../src/receipt/crockford.ts';
import { readReceiptCode } from '../../../src/receipt/readReceiptCode.ts';
import {
  makeReceiptCode,
  randomSymbols,
  receiptBytes,
  receiptGroups,
} from '../../../src/receipt/receiptCode.ts';

const bytes = fc.uint8Array({ minLength: receiptBytes, maxLength: receiptBytes });
const code = bytes.map(makeReceiptCode);
const place = fc.nat({ max: 27 });

describe('A receipt code', () => {
  test('has 28 symbols of Crockford’s alphabet in four groups of seven', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
        expect(receiptGroups(made).map(({ length }) => length)).toEqual([7, 7, 7, 7]);
      }),
    );
  });

  test('holds 135 of the random bits: only the last bit is not used', () => {
    const zero = new Uint8Array(receiptBytes);
    const changed = Array.from({ length: receiptBytes * 8 }, (_, bit) => {
      const copy = zero.slice();
      copy[bit >> 3] = 128 >> (bit & 7);
      return makeReceiptCode(copy);
    });
    expect(new Set([makeReceiptCode(zero), ...changed]).size).toBe(136);
    expect(changed[135]).toBe(makeReceiptCode(zero));
  });

  test('is not found by guessing, even where nothing limits the guesses: a million a second for a year, a million stored (docs/decisions/0006)', () => {
    const guesses = 1e6 * 365 * 24 * 3600;
    expect((guesses * 1e6) / 2 ** (bitsPerSymbol * randomSymbols)).toBeLessThan(1e-21);
  });

  test('is not made of too few random bytes', () => {
    expect(() => makeReceiptCode(new Uint8Array(receiptBytes - 1))).toThrow('Too few bytes.');
  });

  test('is read as people write it: any case, spaces, dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(code, (made) => {
        const written = receiptGroups(made)
          .join(' – ')
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l');
        expect(readReceiptCode(` ${written}\n`)).toBe(made);
        expect(readReceiptCode(receiptGroups(made).join('-').replaceAll('1', 'I'))).toBe(made);
        const fullWidth = Array.from(made, (letter) =>
          String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
        );
        expect(readReceiptCode(fullWidth.join(''))).toBe(made);
      }),
    );
  });

  test('every wrong symbol is noticed', () => {
    fc.assert(
      fc.property(code, place, fc.integer({ min: 1, max: 31 }), (made, at, by) => {
        const wrong = alphabet.charAt((alphabet.indexOf(made.charAt(at)) + by) % 32);
        expect(readReceiptCode(made.slice(0, at) + wrong + made.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('every swap of two different symbols is noticed', () => {
    fc.assert(
      fc.property(code, place, place, (made, first, second) => {
        fc.pre(made[first] !== made[second]);
        const symbols = Array.from(made);
        [symbols[first], symbols[second]] = [made.charAt(second), made.charAt(first)];
        expect(readReceiptCode(symbols.join(''))).toBeNull();
      }),
    );
  });

  test.each(['', 'U'.repeat(28), '7KQ2-M9XD-4TRB-H0VE', `${'0'.repeat(27)}!`, '0'.repeat(29)])(
    '“%s” is no code',
    (text) => {
      expect(readReceiptCode(text)).toBeNull();
    },
  );
});
