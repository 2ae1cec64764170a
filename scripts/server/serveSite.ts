import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import compression from 'compression';
import { isApiRequest, pathOf, type apiHandler } from './apiHandler.ts';
import { redirectFeed } from './feedRedirect.ts';
import { headersFor } from './headers.ts';
import { closeServer, listen } from './listen.ts';
import { staticSite } from './staticSite.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A running server: its address, and how to stop it. */
export interface RunningSite {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves the built site and the API on one origin, on loopback.
 * One origin, because lite answers 404 to the preflight of a function with arguments.
 * @param api answers /rest/v1/… and /auth/v1/…
 * @param port 0 for any free one
 * @throws {PlainError} when the port is taken
 */
export async function serveSite(
  api: ReturnType<typeof apiHandler>,
  distDir: string,
  port: number,
): Promise<RunningSite> {
  const site = staticSite(distDir);
  // It works on any Node response; its published types know only Express's.
  const compress = compression() as unknown as Middleware;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headersFor(pathOf(request)))) response.setHeader(name, value);
    compress(request, response, () => {
      if (isApiRequest(request)) void api(request, response);
      else if (!redirectFeed(request, response)) site(request, response);
    });
  });
  const boundPort = await listen(server, port);
  return { url: `http://localhost:${boundPort}`, close: () => closeServer(server) };
}
