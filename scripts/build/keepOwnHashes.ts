import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const meta = /<meta http-equiv="content-security-policy" content="[^"]*">/g;
const ownText = /<(style|script)\b[^>]*>(.*?)<\/\1>/gs;

/** A page whose content security policy allows the scripts and styles that are in it, and those of no other page. */
export function withOwnHashes(page: string): string {
  const own = new Set(
    [...page.matchAll(ownText)].map(
      ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    ),
  );
  return page.replace(meta, (policy) =>
    policy.replace(/ ('sha256-[^']*')/g, (hash, name: string) => (own.has(name) ? hash : '')),
  );
}

/**
 * Astro writes the hashes of all scripts and styles of a site into each of its pages, and no compression shortens a hash: 2 kB,
 * without which a page of ours fits into what a server sends before it waits for the first reply (https://www.rfc-editor.org/rfc/rfc6928).
 */
export const keepOwnHashes: AstroIntegration = {
  name: 'keep-own-hashes',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      for (const name of globSync('**/*.html', { cwd: dist })) {
        const file = join(dist, name);
        writeFileSync(file, withOwnHashes(readFileSync(file, 'utf8')));
      }
    },
  },
};
