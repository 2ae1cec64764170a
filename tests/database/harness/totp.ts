import { createHmac } from 'node:crypto';

/** Seconds that a code holds. */
export const step = 30;

/** What an authenticator app shows for a secret at a time (https://www.rfc-editor.org/rfc/rfc6238). @param secret as the app keeps it @param seconds since 1970 */
export function totpAt(secret: Buffer, seconds: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / step)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const from = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(from) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret as a person can type it: base 32, five bits a letter. @param secret whose bits are a multiple of five */
export const written = (secret: Buffer): string =>
  Array.from(secret, (byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .replace(/.{5}/g, (bits) => letters.charAt(parseInt(bits, 2)));

/** The same back from what a page shows. */
export function readSecret(text: string): Buffer {
  const bits = Array.from(text.replaceAll(/\s/g, ''), (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
