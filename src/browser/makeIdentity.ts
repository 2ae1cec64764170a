import type { Identity } from '../survey/draft.ts';
import { makeReceiptCode, receiptBytes } from '../receipt/receiptCode.ts';

/** An id and a receipt code from the device’s own randomness. */
export async function makeIdentity(): Promise<Identity> {
  const code = makeReceiptCode(crypto.getRandomValues(new Uint8Array(receiptBytes)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  const receipt = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), code, receipt };
}
