import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import serveStatic from 'serve-static';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const wellKnownFolder = '/.well-known/';

async function notFound(distDir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const page = await readFile(join(distDir, '404.html')).catch(() => 'There is no page at this address.');
  if (!isRead) response.setHeader('Allow', 'GET, HEAD');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Type',
    `${typeof page === 'string' ? 'text/plain' : 'text/html'}; charset=utf-8`,
  );
  response.setHeader('Content-Length', Buffer.byteLength(page));
  response.writeHead(isRead ? 404 : 405);
  response.end(request.method === 'HEAD' ? undefined : page);
}

/**
 * Serves the built site as a static host would: directory pages with a redirect to the trailing slash, entity tags,
 * 304, HEAD, and dist/404.html with status 404.
 */
export function staticSite(distDir: string): Handler {
  // Cache-Control comes from headers.ts; files with a dot are not part of a site, but for the folder of RFC 8615.
  const files = serveStatic(distDir, { cacheControl: false, dotfiles: 'ignore' });
  const wellKnown = serveStatic(join(distDir, '.well-known'), { cacheControl: false, dotfiles: 'ignore' });
  return (request, response) => {
    // Nothing here is long enough to fetch in parts, and a compressed part is a contradiction.
    delete request.headers.range;
    const { url = '/' } = request;
    const serve = url.startsWith(wellKnownFolder) ? wellKnown : files;
    if (serve === wellKnown) request.url = url.slice(wellKnownFolder.length - 1);
    serve(request, response, () => {
      if (response.headersSent) response.destroy();
      else void notFound(distDir, request, response);
    });
  };
}
