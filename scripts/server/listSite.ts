import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { headersFor } from './headers.ts';

/** Whether search engines may list a page of the built site: neither the page nor its headers say noindex. */
export function mayBeListed(site: URL, path: string): boolean {
  if (headersFor(path)['X-Robots-Tag'] === 'noindex') return false;
  const page = readFileSync(new URL(`.${path}index.html`, site), 'utf8');
  return !page.includes('<meta name="robots" content="noindex"');
}

/** Writes the sitemap, without the pages that say noindex: it would say the contrary of them. */
export function listSite(): readonly AstroIntegration[] {
  let site: URL | undefined;
  return [
    {
      name: 'where-the-site-is-built',
      hooks: {
        'astro:config:done': ({ config }) => {
          site = config.outDir;
        },
      },
    },
    sitemap({
      filter: (address) => site !== undefined && mayBeListed(site, decodeURI(new URL(address).pathname)),
    }),
  ];
}
