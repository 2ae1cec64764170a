import type { Identity } from '../survey/draft.ts';
import { makeReceiptCode, receiptBytes } from '../receipt/receiptCode.ts';
import { inTime } from './inTime.ts';

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A random UUID (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4): Safari has `crypto.randomUUID` from 15.4 only. */
const randomUuid = (): string => hex(random(16)).replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');

/** An id and a receipt code from the device’s own randomness. */
export async function makeIdentity(): Promise<Identity> {
  const code = makeReceiptCode(random(receiptBytes));
  const hash = await inTime(() => crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return { id: randomUuid(), code, receipt: hex(new Uint8Array(hash)) };
}
