import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import serveStatic from 'serve-static';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

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
  // Cache-Control comes from headers.ts; dotfiles are not part of a site.
  const files = serveStatic(distDir, { cacheControl: false, dotfiles: 'ignore' });
  return (request, response) => {
    // Nothing here is long enough to fetch in parts, and a compressed part is a contradiction.
    delete request.headers.range;
    files(request, response, () => {
      if (response.headersSent) response.destroy();
      else void notFound(distDir, request, response);
    });
  };
}
