import type { IncomingMessage, ServerResponse } from 'node:http';

/** Names of this machine. Somebody’s own name can be made to lead here (DNS rebinding), but then a browser sends that name. */
const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

const methods = ['GET', 'HEAD', 'POST'];

/**
 * The calls of Auth that the page of moderators makes and that work here, and the one of "npm run doctor". Those of the
 * second factor, which this server does not have, get the 404 that tells the page so. Nobody signs up by any of them.
 */
const authCalls = new Set([
  'POST /auth/v1/token?grant_type=password',
  'POST /auth/v1/token?grant_type=refresh_token',
  'GET /auth/v1/user',
  'POST /auth/v1/logout',
  'GET /auth/v1/settings',
]);

/** The path that a request asks for, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

/** Says whether a request is for Supabase's API. */
export function isApiRequest(request: IncomingMessage): boolean {
  const path = pathOf(request);
  return path.startsWith('/rest/v1/') || path.startsWith('/auth/v1/');
}

/** Whether the site or one of its commands makes such a call. Only functions can be called: no table is shown. */
function isKnownCall({ method = '' }: IncomingMessage, { pathname, search }: URL): boolean {
  return (
    /^\/rest\/v1\/rpc\/\w+$/.test(pathname) ||
    authCalls.has(`${method} ${pathname}`) ||
    authCalls.has(`${method} ${pathname}${search}`)
  );
}

/** Answers in the words of the API, and ends the connection: what is left of the request was not read. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(JSON.stringify({ code: String(status), message, details: null, hint: null }));
}

/**
 * The first step of every request: refuses what is for another host or for a part of the API that nobody needs, and
 * resolves the address (`/a/../b`) before anything judges by it.
 * @returns false when it has answered
 */
export function letIn(request: IncomingMessage, response: ServerResponse): boolean {
  const { host = [] } = request.headersDistinct;
  if (host.length !== 1 || !ownNames.test(host[0] ?? '')) {
    refuse(response, 421, 'This server answers at http://localhost alone.');
    return false;
  }
  if (!methods.includes(request.method ?? '')) {
    response.setHeader('Allow', methods.join(', '));
    refuse(response, 405, `This server knows ${methods.join(', ')}.`);
    return false;
  }
  if (request.url?.startsWith('/') !== true) {
    refuse(response, 400, 'Ask for a path of this server, such as /.');
    return false;
  }
  // Joined, not resolved against it: a path such as //elsewhere/rest/v1/ must not name another host.
  const address = new URL(`http://localhost${request.url}`);
  request.url = address.pathname + address.search;
  if (isApiRequest(request) && !isKnownCall(request, address)) {
    refuse(response, 404, 'There is no such call.');
    return false;
  }
  return true;
}
