import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import compression from 'compression';
import type { apiHandler } from './apiHandler.ts';
import { redirectFeed } from './feedRedirect.ts';
import { isApiRequest, letIn, pathOf } from './gate.ts';
import { headersFor } from './headers.ts';
import { closeServer, listen } from './listen.ts';
import { pathInSite } from '../build/siteAddress.ts';
import { staticSite } from './staticSite.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A running server: its address, without the folder of the site, and how to stop it. */
export interface RunningSite {
  url: string;
  close: () => Promise<void>;
}

/** Makes the address of a request one of the site, without the folder it lies in. @returns false where it is outside */
function enter(folder: string, request: IncomingMessage & { originalUrl?: string }): boolean {
  const { url = '/' } = request;
  const inside = pathInSite(folder, url);
  if (inside === undefined) return false;
  // Read by what redirects to the slash at the end of a page.
  request.originalUrl = url;
  request.url = inside;
  return true;
}

/**
 * Serves the built site and the API on one origin, on loopback.
 * One origin, because lite answers 404 to the preflight of a function with arguments.
 * @param api answers /rest/v1/… and /auth/v1/…
 * @param port 0 for any free one
 * @param folder where the site lies on this host, as it was built: `/`, `/why/`
 * @throws {PlainError} when the port is taken
 */
export async function serveSite(
  api: ReturnType<typeof apiHandler>,
  distDir: string,
  port: number,
  folder = '/',
): Promise<RunningSite> {
  const site = staticSite(distDir);
  // It works on any Node response; its published types know only Express's.
  const compress = compression() as unknown as Middleware;
  const server = createServer((request, response) => {
    if (!letIn(request, response)) return;
    const path = pathOf(request);
    const headers = headersFor(isApiRequest(request) ? path : (pathInSite(folder, path) ?? path));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    compress(request, response, () => {
      if (isApiRequest(request)) void api(request, response);
      else if (redirectFeed(request, response, folder)) return;
      else if (enter(folder, request)) site(request, response);
      else response.writeHead(302, { location: folder }).end();
    });
  });
  const boundPort = await listen(server, port);
  return { url: `http://localhost:${boundPort}`, close: () => closeServer(server) };
}
