/** Douglas Crockford's base 32: digits and letters without I, L, O and U (https://www.crockford.com/base32.html). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const bitsPerSymbol = 5;

/** What people write by mistake for a symbol that looks the same. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The first `count` symbols' worth of bits of some bytes, as numbers from 0 to 31. Throws if there are too few bytes. */
export function symbolsOf(bytes: Uint8Array, count: number): readonly number[] {
  if (bytes.length * 8 < count * bitsPerSymbol)
    throw new Error(
      `${count} symbols need ${Math.ceil((count * bitsPerSymbol) / 8)} bytes, not ${bytes.length}.`,
    );
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

/** Reads symbols as a person may write them: any case, spaces and dashes anywhere, O for 0, I or L for 1. Null if one is none. */
export function readSymbols(text: string): readonly number[] | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '');
  const symbols = Array.from(plain, (letter) => alphabet.indexOf(lookalikes[letter] ?? letter));
  return symbols.includes(-1) ? null : symbols;
}

export const writeSymbols = (symbols: readonly number[]): string =>
  symbols.map((symbol) => alphabet.charAt(symbol)).join('');
