import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { headersFor } from '../server/headers.ts';

/** Whether search engines may list a page of the built site: neither the page nor its headers say noindex. */
export function mayBeListed(dist: URL, path: string): boolean {
  if (headersFor(path)['X-Robots-Tag'] === 'noindex') return false;
  const page = readFileSync(new URL(`.${path}index.html`, dist), 'utf8');
  return !page.includes('<meta name="robots" content="noindex"');
}

/** When what a built page says last changed, where the page says so: an essay or a chart. */
export function lastChanged(dist: URL, path: string): string | undefined {
  const page = readFileSync(new URL(`.${path}index.html`, dist), 'utf8');
  const said = /<meta property="article:(?:modified|published)_time" content="([^"]+)"/g;
  return [...page.matchAll(said)].at(-1)?.[1];
}

/** Writes the sitemap, without the pages that say noindex: it would say the contrary of them. @param site its address */
export function listSite(site: URL): readonly AstroIntegration[] {
  let dist: URL | undefined;
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
      filter: (address) => dist !== undefined && mayBeListed(dist, pathOf(address)),
      serialize: (item) => {
        const changed = dist && lastChanged(dist, pathOf(item.url));
        return changed === undefined ? item : { ...item, lastmod: changed };
      },
    }),
  ];
}
