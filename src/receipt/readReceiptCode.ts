import { writeSymbols } from './crockford.ts';
import { readSymbols } from './readSymbols.ts';
import { randomSymbols, weightedSum } from './receiptCode.ts';

/** The code as it is hashed, from what a person typed; null if no code can be meant. */
export function readReceiptCode(text: string): string | null {
  const symbols = readSymbols(text);
  if (symbols?.length !== randomSymbols + 1 || weightedSum(symbols) !== 0) return null;
  return writeSymbols(symbols);
}
