import { readdirSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerFile } from './headerFile.ts';

/** Read by hosts, and no part of the site. */
export const hostFiles: readonly string[] = ['_headers', '_redirects'];

/** Writes `_headers` into the built site, so that a static host sends the policy that the local server sends. */
export const writeHeaderFile: AstroIntegration = {
  name: 'write-header-file',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !hostFiles.includes(entry.name))
        .map((entry) => `/${relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join('/')}`)
        .map((path) => path.replace(/\/index\.html$/, '/'))
        .sort();
      writeFileSync(new URL('_headers', dir), headerFile(paths));
    },
  },
};
