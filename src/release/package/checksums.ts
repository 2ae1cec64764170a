import { sha256 } from '../sha256.ts';

/** checksums.sha256: a line a file, as `sha256sum --check` reads it. */
export const checksums = (files: readonly { readonly name: string; readonly content: string }[]): string =>
  files.map(({ name, content }) => `${sha256(content)}  ${name}\n`).join('');
