import { addressIn } from '../address.ts';
import type { APIRoute } from 'astro';
import { isDemonstration } from '../release/demonstration.ts';

/**
 * Made at build, because the address of the sitemap has to be absolute (https://www.sitemaps.org/protocol.html). A site of
 * made-up numbers lists no page, so that it has no sitemap; it may be read, or nobody would see that it says noindex.
 */
export const GET: APIRoute = ({ site }) => {
  const map = isDemonstration(process.env) ? '' : `\nSitemap: ${addressIn(site, '/sitemap-index.xml')}\n`;
  return new Response(`User-agent: *\nAllow: /\n${map}`);
};
