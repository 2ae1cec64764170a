import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { allThreads, feedPath, feedSource, threadAt, type Followed } from '../../src/thread/feed.ts';

interface Environment {
  readonly PUBLIC_SUPABASE_URL?: string;
  readonly PUBLIC_SUPABASE_PUBLISHABLE_KEY?: string;
}

/**
 * Writes `_redirects` into the built site: the feed of each page with a thread, and of all, leads to the database, which
 * alone knows what was removed. Netlify, Cloudflare and others read it
 * (https://developers.cloudflare.com/pages/configuration/redirects/).
 * @param environment what the pages were built with, so that both name the same database
 */
export function writeRedirectFile(environment: Environment): AstroIntegration {
  const { PUBLIC_SUPABASE_URL: url, PUBLIC_SUPABASE_PUBLISHABLE_KEY: key = embeddedKey } = environment;
  const api = url === undefined ? '' : new URL(url).origin;
  let site = '';
  return {
    name: 'write-redirect-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        if (config.site === undefined)
          throw new Error('astro.config.mjs must set `site`: a feed needs absolute addresses.');
        site = new URL(config.site).origin;
      },
      'astro:build:done': ({ dir, pages }) => {
        const threads = pages
          .map(({ pathname }) => threadAt(`/${pathname}`))
          .filter((one) => one !== undefined);
        const feeds: readonly Followed[] = [allThreads, ...threads];
        const lines = feeds.map(
          // 302, not 301: feed readers keep this address, so the database can move.
          (followed) => `${feedPath(followed)} ${feedSource(followed, { api, key, site })} 302`,
        );
        writeFileSync(new URL('_redirects', dir), `${lines.sort().join('\n')}\n`);
      },
    },
  };
}
