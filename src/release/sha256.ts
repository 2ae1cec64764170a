import { createHash } from 'node:crypto';

/** The SHA-256 of a text in UTF-8, or of bytes, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A checksum file: a line for each file, as `sha256sum --check` reads it. */
export const checksums = (
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): string => files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('');
