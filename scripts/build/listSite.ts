import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { headersFor } from '../server/headers.ts';

/** What a sitemap says of a page, or nothing where search engines may not list it: its own words or its headers say noindex. */
function listed(dist: URL, path: string): { readonly lastmod?: string } | undefined {
  if (headersFor(path)['X-Robots-Tag'] === 'noindex') return undefined;
  const page = readFileSync(new URL(`.${path}index.html`, dist), 'utf8');
  if (page.includes('<meta name="robots" content="noindex"')) return undefined;
  const changed = /<meta property="article:(?:modified|published)_time" content="([^"]+)"/g;
  const lastmod = [...page.matchAll(changed)].at(-1)?.[1];
  return lastmod === undefined ? {} : { lastmod };
}

/** Writes the sitemap, without the pages that say noindex: it would say the contrary of them. @param site its address */
export function listSite(site: URL): readonly AstroIntegration[] {
  let dist: URL | undefined;
  const pages = new Map<string, { readonly lastmod?: string }>();
  const pathOf = (address: string) => `/${decodeURI(address.slice(site.href.length))}`;
  return [
    {
      name: 'where-the-site-is-built',
      hooks: {
        'astro:config:done': ({ config }) => {
          dist = config.outDir;
        },
      },
    },
    sitemap({
      filter: (address) => {
        const found = dist && listed(dist, pathOf(address));
        if (found !== undefined) pages.set(address, found);
        return found !== undefined;
      },
      serialize: (item) => ({ ...item, ...pages.get(item.url) }),
    }),
  ];
}
