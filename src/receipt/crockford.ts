/** Douglas Crockford's base 32: digits and letters without I, L, O and U (https://www.crockford.com/base32.html). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const bitsPerSymbol = 5;

/** The first `count` symbols' worth of bits of some bytes, as numbers from 0 to 31. Throws if there are too few bytes. */
export function symbolsOf(bytes: Uint8Array, count: number): readonly number[] {
  if (bytes.length * 8 < count * bitsPerSymbol) throw new Error('Too few bytes.');
  const symbols: number[] = [];
  let waiting = 0;
  let bits = 0;
  for (const byte of bytes) {
    waiting = (waiting << 8) | byte;
    bits += 8;
    while (bits >= bitsPerSymbol && symbols.length < count) {
      bits -= bitsPerSymbol;
      symbols.push((waiting >> bits) & 31);
    }
    waiting &= (1 << bits) - 1;
  }
  return symbols;
}

export const writeSymbols = (symbols: readonly number[]): string =>
  symbols.map((symbol) => alphabet.charAt(symbol)).join('');
