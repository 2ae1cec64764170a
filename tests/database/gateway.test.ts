import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from './harness/migratedOnce.ts';

/** The local server as somebody meets it who writes requests by hand (T28). */
const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
const dataDir = join(folder, 'data');
const distDir = join(folder, 'dist');

let server: StartedServer;
beforeAll(async () => {
  mkdirSync(join(distDir, '.hosts'), { recursive: true });
  mkdirSync(join(distDir, '.well-known'));
  writeFileSync(join(distDir, 'index.html'), 'Home');
  writeFileSync(join(distDir, '404.html'), 'Not here');
  writeFileSync(join(distDir, '.hosts/nginx.conf'), 'For a host');
  writeFileSync(join(distDir, '.well-known/security.txt'), 'Contact: mailto:a@nobutwhy.example');
  server = await startMigrated({ port: 0, dataDir, distDir });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Sends a request line and headers as they are written: fetch would tidy them up. */
async function send(
  method: string,
  path: string,
  { body = '', ...headers }: OutgoingHttpHeaders & { body?: string } = {},
): Promise<{ status: number; text: string }> {
  const sent = ask({
    host: '127.0.0.1',
    port: new URL(server.url).port,
    method,
    path,
    setHost: false,
    headers: {
      host: 'localhost',
      apikey: server.publishableKey,
      'content-type': 'application/json',
      ...headers,
    },
    timeout: 15_000,
  });
  return new Promise((resolve, reject) => {
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        resolve({ status, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const challenge = { body: JSON.stringify({ request: { purpose: 'response' } }) };
const statusOf = async (...request: Parameters<typeof send>) => (await send(...request)).status;

test('the site and the functions of the API are there', async () => {
  expect(await send('GET', '/')).toEqual({ status: 200, text: 'Home' });
  expect(await statusOf('HEAD', '/')).toBe(200);
  expect(await statusOf('POST', '/rest/v1/rpc/challenge', challenge)).toBe(200);
  expect(await statusOf('POST', '/essays/../rest/v1/rpc/challenge', challenge)).toBe(200);
  expect((await send('GET', '/.well-known/security.txt')).text).toContain('Contact');
});

test.each([
  '/_system/introspect',
  '/rest/v1/../../_system/introspect',
  '/rest/v1/%2e%2e/%2E%2E/_system/introspect',
  '/rest/v1/.%2e/%2e./_system/config',
  '/rest/v1/..%2f..%2f_system/info',
  '/rest/v1/rpc/challenge/../../../../_system/info',
  '/rest/v1\\..\\..\\_system\\info',
  '/auth/v1/../../_system/config',
  '/rest/v1/rpc/%2e%2e/challenge',
  '//rest/v1/rpc/challenge',
  '/rest//v1/rpc/challenge',
  '/REST/V1/rpc/challenge',
  '/rest/v1/',
  '/rest/v1/setting',
  '/rest/v1/rpc/',
  '/rest/v1/rpc/challenge/',
  '/rest/v1/rpc/challenge%2f..%2fsettings',
  '/graphql/v1',
  '/storage/v1/bucket',
  '/realtime/v1/websocket',
  '/.hosts/nginx.conf',
  '/.well-known/../.hosts/nginx.conf',
  '/.well-known%2f..%2f.hosts/nginx.conf',
  '/..%2fdata%2fsecrets.json',
  '/../data/secrets.json',
])('GET %s is nowhere', async (path) => {
  for (const key of [server.publishableKey, server.secretKey, '']) {
    const { status, text } = await send('GET', path, { apikey: key });
    expect([status, text.length < 200]).toEqual([404, true]);
  }
});

test.each(['http://localhost/rest/v1/rpc/challenge', 'http://evil.example/', 'localhost:80', '*'])(
  'a request line for %s is refused',
  async (path) => {
    expect(await statusOf('GET', path)).toBe(400);
  },
);

test.each([
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.nip.example:80', 421],
  ['localhost/_system/config?', 421],
  ['localhost@evil.example', 421],
  ['localhost:port', 421],
  ['2130706433', 421],
  ['0.0.0.0', 421],
  [' ', 421],
  ['localhost', 200],
  ['LOCALHOST:80', 200],
  ['127.0.0.1:4321', 200],
  ['[::1]:4321', 200],
])(
  'to the host %j is answered %i, so that no page elsewhere reads the site or calls the API',
  async (host, status) => {
    const headers = { host };
    expect(await statusOf('GET', '/', headers)).toBe(status);
    expect(await statusOf('POST', '/rest/v1/rpc/challenge', { ...headers, ...challenge })).toBe(status);
  },
);

test('to two hosts at once is refused', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 4(?:00|21) /);
});

test.each(['TRACE', 'TRACK', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
  '%s is refused',
  async (method) => {
    for (const path of ['/', '/rest/v1/rpc/challenge', '/auth/v1/user']) {
      const answer = await send(method, path).catch(() => ({ status: 400 })); // Node itself hangs up on what is no method
      expect([400, 405]).toContain(answer.status);
    }
  },
);

const nested = (depth: number): string => `{"request":${'['.repeat(depth)}${']'.repeat(depth)}}`;
test.each([
  ['5,000 lists', nested(5000)],
  ['30,000 lists', nested(30_000)],
  ['10,000 objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['lists that are never closed', '['.repeat(50_000)],
  ['lists behind a text', `["\\"]]]]",${'['.repeat(9000)}${']'.repeat(9000)}]`],
  ['brackets that are closed first', `${']'.repeat(9000)}${'['.repeat(9000)}`],
  ['nothing but a bracket', '['],
])('JSON of %s is the fault of who sent it', async (_, body) => {
  for (const path of ['/rest/v1/rpc/challenge', '/auth/v1/token?grant_type=password'])
    expect(await statusOf('POST', path, { body })).toBe(400);
});

test('brackets in a text are no nesting', async () => {
  const body = JSON.stringify({ request: { purpose: '[{'.repeat(50) } });
  expect((await send('POST', '/rest/v1/rpc/challenge', { body })).text).toContain('not_valid');
});

describe('Auth', () => {
  const person = JSON.stringify({
    email: 'eve@nobutwhy.example',
    password: 'long enough for anyone',
    create_user: true,
    data: {},
  });

  test.each([
    ['POST', 'signup'],
    ['POST', 'otp'],
    ['POST', 'otp?create_user=true'],
    ['POST', 'magiclink'],
    ['POST', 'recover'],
    ['POST', 'resend'],
    ['POST', 'verify'],
    ['GET', 'verify?type=signup&token=x'],
    ['POST', 'invite'],
    ['POST', 'admin/users'],
    ['GET', 'admin/users'],
    ['POST', 'admin/generate_link'],
    ['GET', 'authorize?provider=github'],
    ['GET', 'callback'],
    ['POST', 'sso'],
    ['POST', 'token'],
    ['POST', 'token?grant_type=id_token'],
    ['POST', 'token?grant_type=pkce'],
    ['POST', 'token?grant_type=password&grant_type=id_token'],
    ['GET', 'logout'],
    ['POST', 'user'],
    ['POST', '../v1/otp'],
    ['POST', '%2e/otp'],
  ])('has no %s %s', async (method, path) => {
    expect(await statusOf(method, `/auth/v1/${path}`, { body: method === 'POST' ? person : '' })).toBe(404);
  });

  test.each([
    ['POST', 'token?grant_type=password', 400],
    ['POST', 'token?grant_type=refresh_token', 400],
    ['GET', 'user', 401],
    ['POST', 'logout', 401],
    ['GET', 'settings', 200],
  ])('has %s %s', async (method, path, status) => {
    const body =
      method === 'POST' ? JSON.stringify({ email: 'a@b.example', password: 'x', refresh_token: 'x' }) : '';
    expect(await statusOf(method, `/auth/v1/${path}`, { body })).toBe(status);
  });

  test('takes 30 wrong passwords in five minutes, and then none, right or wrong', async () => {
    const now = performance.now();
    vi.useFakeTimers({ toFake: ['performance'] }); // begin at 0
    const guess = () => statusOf('POST', '/auth/v1/token?grant_type=password', { body: person });
    try {
      vi.advanceTimersByTime(now + 600_000); // those of the tests above are forgotten
      const statuses = await Promise.all(Array.from({ length: 40 }, guess));
      expect(statuses.filter((status) => status === 400)).toHaveLength(30);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      vi.advanceTimersByTime(299_000);
      expect(await guess()).toBe(429);
      vi.advanceTimersByTime(1_000);
      expect(await guess()).toBe(400);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('after all of this nobody has an account', async () => {
  await server.close();
  const connection = await createPgliteConnection({ url: join(dataDir, 'database') });
  const { rows } = await connection.driver.query('select count(*)::integer as n from auth.users');
  await connection.close();
  expect(rows).toEqual([{ n: 0 }]);
});
