import { alphabet } from './crockford.ts';

/** What stands before a code where it is written down: in the saved file, on the page and in people’s notes. */
const label = /^.*(?:\bcode\b[^:=]*[:=]|\breceipt code\b)/isu;

/** What people and programs put around a code and into it: quotes, full stops, brackets, dashes, and what is not seen at all. */
const around =
  /[\s\p{Dash}\p{Quotation_Mark}\p{Default_Ignorable_Code_Point}\p{Cf}.,;:·…‹›`´()[\]{}<>*_|/\\]/gu;

/** A code as somebody typed or pasted it, without its label and what stands around it. */
export const withoutAround = (text: string): string =>
  text.normalize('NFKC').replace(label, '').replaceAll(around, '').toUpperCase();

/** What people write by mistake for a symbol that looks the same. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Reads symbols as a person may write them: any case, spaces and dashes anywhere, O for 0, I or L for 1. Null if one is none. */
export function readSymbols(text: string): readonly number[] | null {
  const symbols = Array.from(withoutAround(text), (letter) => alphabet.indexOf(lookalikes[letter] ?? letter));
  return symbols.includes(-1) ? null : symbols;
}
