import { once } from 'node:events';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startKillableServer } from '../browser/survey/killableServer.ts';
import { callOverHttp } from './harness/sendOverHttp.ts';

/** Bodies that no page sends (T20). After each the server must answer the next request. */
let server: Awaited<ReturnType<typeof startKillableServer>>;
beforeAll(async () => {
  server = await startKillableServer();
});
afterEach(async () => {
  expect((await callOverHttp(server, 'challenge', { purpose: 'response' })).status).toBe(200);
});
afterAll(() => server.close());

const path = '/rest/v1/rpc/submit_response';
const piece = Buffer.alloc(64 * 1024, 'x');

/** Sends as much of a body as the server takes, in pieces. @returns the status, or that it hung up while we were still sending */
async function post(bytes: number, headers: OutgoingHttpHeaders): Promise<number | 'hung up'> {
  const sent = ask(server.url + path, {
    method: 'POST',
    headers: { apikey: server.publishableKey, 'content-type': 'application/json', ...headers },
  });
  const answered = once(sent, 'response').then(
    ([answer]) => (answer as IncomingMessage).statusCode ?? 0,
    () => 'hung up' as const,
  );
  // Whoever has been answered writes into a closed connection.
  sent.on('error', () => undefined);
  let left = bytes;
  const writeOn = (): void => {
    while (left > 0 && !sent.destroyed) {
      const part = piece.subarray(0, Math.min(left, piece.length));
      left -= part.length;
      if (!sent.write(part)) {
        sent.once('drain', writeOn);
        return;
      }
    }
    sent.end();
  };
  writeOn();
  const status = await answered;
  sent.destroy();
  return status;
}

const megabyte = 1024 * 1024;
test.each([0.1, 1, 5, 50])('%d MB are refused, whether the size is told before or not', async (size) => {
  const bytes = Math.round(size * megabyte);
  expect([413, 'hung up']).toContain(await post(bytes, { 'content-length': bytes }));
  expect([413, 'hung up']).toContain(await post(bytes, { 'transfer-encoding': 'chunked' }));
});

test('50 MB of nothing in 50 kB (a gzip bomb) are refused', async () => {
  const body = gzipSync(Buffer.alloc(50 * megabyte));
  expect(body.length).toBeLessThan(64 * 1024);
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      apikey: server.publishableKey,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
    body,
  });
  expect(answer.status).toBe(400);
});

describe('what is no request', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  test.each<readonly [name: string, body: string | Buffer<ArrayBuffer>, status: number]>([
    ['lists nested 5,000 deep', nested(5000), 400],
    ['lists nested 50,000 deep', nested(50_000), 413],
    ['nothing', '', 404],
    ['half an object', '{"request": {"submission"', 400],
    ['half a character', Buffer.from('{"request":"\xc3', 'latin1'), 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 404],
    ['a NUL', '{"request":"\\u0000"}', 400],
    ['a number beyond all', `{"request":1e${'9'.repeat(400)}}`, 400],
    ['a list for an object', '[{"request":{}}]', 400],
    ['an argument that there is not', '{"whatever":1}', 404],
    ['a form', 'request=1', 400],
  ])('%s is the fault of who sent it', async (_, body, status) => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { apikey: server.publishableKey, 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(status);
  });
});

test('200 connections that begin a request and never end it keep nobody waiting', async () => {
  const { hostname, port } = new URL(server.url);
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\n`;
  const begun: Socket[] = [];
  try {
    for (let n = 0; n < 200; n += 1) {
      const socket = connect(Number(port), hostname);
      begun.push(socket);
      await once(socket, 'connect');
      socket.write(n % 2 === 0 ? head : `${head}Content-Length: 1000\r\n\r\n{"request": `);
    }
    for (let n = 0; n < 5; n += 1)
      expect((await callOverHttp(server, 'challenge', { purpose: 'response' })).status).toBe(200);
    expect(begun.every(({ destroyed }) => !destroyed)).toBe(true);
  } finally {
    for (const socket of begun) socket.destroy();
  }
});

test('none of it is our own fault', () => {
  expect(server.log()).not.toMatch(/answered 5|failed \(/);
});
