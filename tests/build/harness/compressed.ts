import { brotliCompressSync } from 'node:zlib';

const known = new Map<string, number>();

/** Bytes of a text as a server sends it. Most scripts and styles are on many pages, and are compressed once. */
export function compressed(text: string): number {
  const bytes = known.get(text) ?? brotliCompressSync(text).length;
  known.set(text, bytes);
  return bytes;
}
