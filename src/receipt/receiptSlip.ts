import { readSymbols, withoutAround } from './readSymbols.ts';
import { readReceiptCode } from './readReceiptCode.ts';

/** Symbols in a receipt code, its check symbol included. */
export const receiptLength = 28;

const counted = (letters: number): string =>
  `${letters} ${letters === 1 ? 'letter or figure' : 'letters and figures'}`;

/**
 * What is wrong with a receipt code as it was typed, found without asking the server; null where nothing is. It
 * does not tell whether a code exists.
 */
export function receiptSlip(text: string): string | null {
  const strange = Array.from(withoutAround(text)).find((letter) => readSymbols(letter) === null);
  if (strange !== undefined)
    return `“${strange}” is in no receipt code. Compare what you typed with your copy.`;
  const typed = readSymbols(text)?.length ?? 0;
  if (typed === 0) return 'Type or paste your receipt code.';
  if (typed !== receiptLength) return `A receipt code has ${counted(receiptLength)}. This one has ${typed}.`;
  if (readReceiptCode(text) === null)
    return 'A letter or figure is mistyped, or two have changed places. Compare the code with your copy, group by group.';
  return null;
}

/** Whether a slip can be told while a code is still being typed: a code that is only too short may be on its way. */
export function isSlipAlready(text: string): boolean {
  const symbols = readSymbols(text);
  return symbols === null
    ? text.trim() !== ''
    : symbols.length > receiptLength || (symbols.length === receiptLength && receiptSlip(text) !== null);
}
