import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, refuse } from './gate.ts';
import { interceptConsole } from './interceptConsole.ts';
import { isNestedTooDeep } from './nesting.ts';

/** Bytes. A whole survey is about 12 kB. */
const bodyLimit = 64 * 1024;

/** What the release job records of one release is some 300 kB; only who has the secret key may send that much. */
const secretBodyLimit = 4 * 1024 * 1024;

function limitFor({ headers }: IncomingMessage, secretKey: string): number {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const isSecret = timingSafeEqual(digest(String(headers.apikey)), digest(secretKey));
  return isSecret ? secretBodyLimit : bodyLimit;
}

/** Headers that say who is calling. Only the socket knows, so what a caller writes in them is dropped. */
const callerHeaders = [
  'cf-connecting-ip',
  'forwarded',
  'sb-forwarded-for',
  'true-client-ip',
  'x-forwarded-for',
  'x-real-ip',
];

const ourFault = 'Something went wrong on our side: please try again.';

type Fetch = (request: Request, context: { peerAddress: string | null }) => Promise<Response>;

/**
 * Reads a request's body.
 * @param limit bytes
 * @returns the body, or `undefined` when it is longer than the limit; the rest of it is then left unread
 */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toRequest(incoming: IncomingMessage, body: Buffer<ArrayBuffer>, peerAddress: string): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  for (const name of callerHeaders) headers.delete(name);
  headers.set('x-forwarded-for', peerAddress);
  const url = new URL(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`);
  return new Request(url, { method: incoming.method ?? 'GET', headers, ...(body.length > 0 && { body }) });
}

/**
 * Puts @supabase/lite behind a Node server, for requests that gate.ts has let in: caps the body, tells the API the caller's true address, and keeps every
 * answer out of the log and what is inside the database out of answers. A request that failed on our side leaves one line, with the database's error code.
 * @param fetch answers one request
 * @param secretKey who sends it may send more
 */
export function apiHandler(
  fetch: Fetch,
  secretKey: string,
): (incoming: IncomingMessage, response: ServerResponse) => Promise<void> {
  const withoutConsole = interceptConsole();
  return async (incoming, response) => {
    const path = pathOf(incoming);
    try {
      const limit = limitFor(incoming, secretKey);
      const body = await readBody(incoming, limit);
      if (body === undefined) {
        refuse(response, 413, `This is more than ${limit / 1024} kB, which is more than one call can carry.`);
        return;
      }
      if (isNestedTooDeep(body)) {
        refuse(response, 400, 'This is nested deeper than anything that can be asked for.');
        return;
      }
      const peerAddress = incoming.socket.remoteAddress ?? null;
      const request = toRequest(incoming, body, peerAddress ?? 'unknown');
      const { result: answer, failure } = await withoutConsole(() => fetch(request, { peerAddress }));
      if (answer.status >= 500) {
        const detail =
          [failure.sqlstate, failure.constraint].filter(Boolean).join(', ') || 'no database error';
        console.error(`${request.method} ${path} answered ${answer.status} (${detail})`);
        // Its own words name files and tables.
        refuse(response, answer.status, ourFault);
        return;
      }
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      if (incoming.destroyed && !incoming.complete) return; // the caller hung up
      // Its message may quote the request.
      console.error(
        `${incoming.method ?? ''} ${path} failed (${error instanceof Error ? error.name : 'unknown'})`,
      );
      if (response.headersSent) response.destroy();
      else refuse(response, 500, ourFault);
    }
  };
}
