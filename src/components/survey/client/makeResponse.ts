import { makeReceiptCode, receiptBytes } from '../../../survey/receiptCode.ts';

/** What one response keeps however often it is sent. */
export interface Response {
  readonly id: string;
  /** 28 symbols; it stays on the device. */
  readonly code: string;
  /** The SHA-256 of the code, 64 hexadecimal digits; this is what is sent. */
  readonly receipt: string;
}

/** An id and a receipt code from the device’s own randomness. */
export async function makeResponse(): Promise<Response> {
  const code = makeReceiptCode(crypto.getRandomValues(new Uint8Array(receiptBytes)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  const receipt = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), code, receipt };
}
