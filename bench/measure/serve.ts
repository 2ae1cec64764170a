import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { folders } from '../../scripts/command/folders.ts';
import { isApiRequest } from '../../scripts/server/gate.ts';
import { headersFor } from '../../scripts/server/headers.ts';
import { closeServer, listen, loopback } from '../../scripts/server/listen.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** Compressed in themselves. */
const isPacked = (extension: string): boolean => ['.png', '.webp', '.woff2'].includes(extension);

/** Files by their path on a site, which begins with a slash; a page’s ends with one. */
export type Site = (path: string) => Buffer | undefined;

/** A site that is held in memory. */
export const siteOf =
  (files: ReadonlyMap<string, string | Uint8Array>): Site =>
  (path) => {
    const file = files.get(path);
    return file === undefined ? undefined : Buffer.from(file);
  };

/** The site as npm run build made it. */
export const builtSite: Site = (path) => {
  const file = join(folders.dist, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
};

/**
 * Serves a site on loopback as a good host does: each file compressed once, with brotli, as small as it gets.
 * @param api answers calls of the pages to /rest/v1/…; without it there is nobody there
 */
export async function serve(
  site: Site,
  api?: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    if (api !== undefined && isApiRequest(request)) {
      void api(request, response);
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const file = site(pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const extension = pathname.endsWith('/') ? '.html' : extname(pathname);
    const packed = isPacked(extension);
    const body = packed ? file : (compressed.get(pathname) ?? brotliCompressSync(file));
    if (!packed) compressed.set(pathname, body);
    response
      .writeHead(200, {
        ...headersFor(pathname),
        'content-type': types[extension] ?? 'application/octet-stream',
        ...(!packed && { 'content-encoding': 'br' }),
        'content-length': body.length,
      })
      .end(body);
  });
  return { origin: `http://${loopback}:${await listen(server, 0)}`, close: () => closeServer(server) };
}
