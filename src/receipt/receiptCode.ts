import { bitsPerSymbol, symbolsOf, writeSymbols } from './crockford.ts';

/**
 * The receipt code: 135 random bits in 27 symbols and one check symbol, shown in four groups of seven. At least 128
 * bits, because only its SHA-256 is stored and nothing slows down who guesses offline (OWASP ASVS 5.0, 11.5.1).
 */
export const randomSymbols = 27;
const groupLength = 7;

/** Random bytes that one code is made from. */
export const receiptBytes = Math.ceil((randomSymbols * bitsPerSymbol) / 8);

/**
 * Crockford's own check (mod 37) needs five symbols outside the alphabet. This one stays inside: the code is a word of
 * a Reed-Solomon code with one check symbol over GF(32), x^5 + x^2 + 1. Each place has its own weight, a power of a
 * generator, so every single wrong symbol and every swap of two symbols is noticed, and 31 in 32 of all other slips.
 * https://en.wikipedia.org/wiki/Reed%E2%80%93Solomon_error_correction
 */
const timesGenerator = (symbol: number): number => (symbol << 1) ^ ((symbol >> 4) * 0b100101);
/** The sum of a code’s symbols, each by its weight: 0 exactly when the check symbol is right. */
export const weightedSum = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol) => timesGenerator(sum) ^ symbol, 0);

/** A new code from random bytes (`receiptBytes` of them or more): 28 symbols, as it is hashed. */
export function makeReceiptCode(bytes: Uint8Array): string {
  const symbols = symbolsOf(bytes, randomSymbols);
  return writeSymbols([...symbols, timesGenerator(weightedSum(symbols))]);
}

/** The groups in which a code is shown, joined by hyphens where it stands in one line. */
export const receiptGroups = (code: string): readonly string[] =>
  code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? [];
