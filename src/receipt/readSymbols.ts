import { alphabet } from './crockford.ts';

/** What people write by mistake for a symbol that looks the same. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Reads symbols as a person may write them: any case, spaces and dashes anywhere, O for 0, I or L for 1. Null if one is none. */
export function readSymbols(text: string): readonly number[] | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '');
  const symbols = Array.from(plain, (letter) => alphabet.indexOf(lookalikes[letter] ?? letter));
  return symbols.includes(-1) ? null : symbols;
}
