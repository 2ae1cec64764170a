import type { APIRoute } from 'astro';

/** Made at build, because the address of the sitemap has to be absolute (https://www.sitemaps.org/protocol.html). */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap-index.xml', site).href}\n`);
