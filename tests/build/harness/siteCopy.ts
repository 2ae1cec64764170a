import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build reads. */
const sources = [
  'src',
  'scripts',
  'public',
  'docs',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'LICENSE-CONTENT',
];

/** A copy of the site whose files a test may change before it builds it. */
export interface SiteCopy {
  readonly folder: string;
  readonly remove: () => void;
}

export function copySite(): SiteCopy {
  const folder = mkdtempSync(join(tmpdir(), 'no-but-why-'));
  for (const name of sources) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
