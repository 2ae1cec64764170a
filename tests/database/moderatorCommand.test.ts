import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readSecrets } from '../../scripts/server/secrets.ts';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from './harness/migratedOnce.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'no-but-why-moderator-'));
const email = 'cleo@example.com';
let server: StartedServer;

beforeAll(async () => {
  server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

/** Runs the command as a person does. */
const run = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; printed: string }>((resolve) => {
    execFile(
      process.execPath,
      ['scripts/moderator.ts', ...args],
      { env: { ...process.env, NBW_DATA: dataDir, PORT: new URL(server.url).port, ...env }, timeout: 30_000 },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), printed: stdout + stderr });
      },
    );
  });

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: server.publishableKey, ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const signIn = (password: string) => post('/auth/v1/token?grant_type=password', { email, password });
const queue = (token: string) =>
  post(
    '/rest/v1/rpc/moderation_queue',
    { request: { list: 'waiting' } },
    { authorization: `Bearer ${token}` },
  );

const passwordIn = (printed: string): string => /: ([0-9A-Z-]{23})$/m.exec(printed)?.[1] ?? '';
async function moderatorToken(): Promise<string> {
  const { body } = await signIn(passwordIn((await run([email])).printed));
  return String(body.access_token);
}

describe('npm run moderator', () => {
  test('makes an account that can sign in and moderate', async () => {
    const { code, printed } = await run([email]);
    expect({ code, printed }).toMatchObject({ code: 0 });
    expect(printed).toContain(`${email} may moderate on this machine, at ${server.url}/moderate/\n`);
    const { status, body } = await signIn(passwordIn(printed));
    expect(status).toBe(200);
    expect(await queue(String(body.access_token))).toMatchObject({ status: 200, body: { comments: [] } });
  });

  test('gives a new password, which ends the old one and every session', async () => {
    const first = await run([email]);
    const { body } = await signIn(passwordIn(first.printed));
    const second = await run([email]);
    expect(second.printed).toContain('in place of the former one');
    expect(await queue(String(body.access_token))).toMatchObject({
      status: 401,
      body: { code: 'signed_out' },
    });
    expect((await signIn(passwordIn(first.printed))).status).toBe(400);
    expect((await signIn(passwordIn(second.printed))).status).toBe(200);
  });

  test('ends it, at once and with the session that runs', async () => {
    const token = await moderatorToken();
    expect((await queue(token)).status).toBe(200);
    expect((await run(['--remove', email])).printed).toContain('may not moderate any more');
    expect(await queue(token)).toMatchObject({ status: 403, body: { code: 'not_a_moderator' } });
    const again = await run(['--remove', email]);
    expect(again).toEqual({ code: 1, printed: `${email} was no moderator, so nothing was changed.\n` });
  });

  describe('on a hosted project', () => {
    /** What the service of accounts answers there: https://supabase.com/docs/guides/auth/debugging/error-codes */
    let answers: readonly [status: number, body: object];
    const asked: { path: string; key: unknown; body: unknown }[] = [];
    const hosted = createServer((request, response) => {
      void json(request).then((body) => {
        const path = request.url ?? '';
        asked.push({ path, key: request.headers.apikey, body });
        const [status, reply] = path.startsWith('/auth/') ? answers : [200, { status: 'made' }];
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(reply));
      });
    });
    let env: Record<string, string>;
    beforeAll(async () => {
      await once(hosted.listen(0, '127.0.0.1'), 'listening');
      const { port } = hosted.address() as AddressInfo;
      env = {
        PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}`,
        SUPABASE_SECRET_KEY: 'sb_secret_x',
        SITE_URL: 'https://acme.example/why',
      };
    });
    afterAll(() => {
      hosted.close();
    });
    beforeEach(() => {
      asked.length = 0;
    });

    test('makes the account there, lets it moderate, and prints the password once', async () => {
      answers = [200, { id: '8f1d0e2c-9d5e-4f0a-8a54-3f1f6f6f0c11', email: 'dora@example.com' }];
      const { code, printed } = await run(['Dora@example.com'], env);
      expect(code).toBe(0);
      expect(printed).toContain('dora@example.com may moderate at https://acme.example/why/moderate/\n');
      expect(printed).toContain('npm run settings -- moderator_second_factor=1');
      const password = passwordIn(printed);
      expect(password).toHaveLength(23);
      expect(asked).toEqual([
        {
          path: '/auth/v1/admin/users',
          key: 'sb_secret_x',
          body: { email: 'dora@example.com', password, email_confirm: true },
        },
        {
          path: '/rest/v1/rpc/make_moderator',
          key: 'sb_secret_x',
          body: { request: { email: 'dora@example.com' } },
        },
      ]);
    });

    test('leaves the password of an account that is there', async () => {
      answers = [422, { code: 422, error_code: 'email_exists', msg: 'This address is registered already.' }];
      const { code, printed } = await run(['dora@example.com'], env);
      expect(code).toBe(0);
      expect(printed).toContain(
        'whose password and second factor stay. Who lost one of them: delete that user in the dashboard of the project (Authentication, Users) and run this again,',
      );
      expect(printed).not.toContain('Password, shown');
      expect(asked).toHaveLength(2);
    });

    test.each([
      [401, { code: 401, error_code: 'no_authorization', msg: 'x' }, /does not take SUPABASE_SECRET_KEY/],
      [
        422,
        { code: 422, error_code: 'weak_password', msg: 'Too weak.' },
        /refused admin\/users with status 422: Too weak\./,
      ],
    ])(
      'says in one sentence why it was refused with %i, and lets nobody moderate',
      async (status, body, sentence) => {
        answers = [status, body];
        const { code, printed } = await run(['dora@example.com'], env);
        expect(code).toBe(1);
        expect(printed).toMatch(sentence);
        expect(printed.trim().split('\n')).toHaveLength(1);
        expect(asked).toHaveLength(1);
      },
    );

    test('asks first where the site is', async () => {
      const { printed } = await run(['dora@example.com'], { ...env, SITE_URL: '' });
      expect(printed).toMatch(/^SITE_URL is /);
      expect(asked).toEqual([]);
    });
  });

  test.each([[[]], [['nobody']], [['a@b.c', 'd@e.f']], [["a'@b.c"]]])(
    'says in one sentence what it wants when given %j',
    async (args) => {
      const { code, printed } = await run(args);
      expect(code).toBe(1);
      expect(printed).toMatch(/^Name one e-mail address: .*\.\n$/);
    },
  );

  test('--list says who may moderate, and --remove takes them off it', async () => {
    await run([email]);
    await run(['dora@example.com']);
    const { code, printed } = await run(['--list']);
    expect(code).toBe(0);
    expect(printed).toMatch(
      /^cleo@example\.com, since \d+ \w+ \d{4}\ndora@example\.com, since \d+ \w+ \d{4}\n$/,
    );
    await run(['--remove', 'dora@example.com']);
    await run(['--remove', email]);
    expect((await run(['--list'])).printed).toBe(
      'Nobody may moderate yet: npm run moderator -- somebody@example.com changes that.\n',
    );
  });

  test('--feed prints an address that a reader of feeds can follow, and ends the former one', async () => {
    const addressIn = (printed: string) => /^http\S+$/m.exec(printed)?.[0] ?? '';
    const former = addressIn((await run(['--feed'])).printed);
    const { code, printed } = await run(['--feed']);
    expect(code).toBe(0);
    expect(printed).toContain('without a word of them');
    const read = (address: string) =>
      fetch(address, { headers: { accept: 'application/atom+xml' }, signal: AbortSignal.timeout(15_000) });
    const answer = await read(addressIn(printed));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(await answer.text()).toContain(`href="${server.url}/moderate/"`);
    const refused = await read(former);
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ code: 'unknown' });
  });

  test('--feed of a hosted project needs to know where the site is and its public key', async () => {
    const hosted = { PUBLIC_SUPABASE_URL: server.url, SUPABASE_SECRET_KEY: server.secretKey };
    expect((await run(['--feed'], hosted)).printed).toMatch(/^SITE_URL is not set: .*\.\n$/);
    expect((await run(['--feed'], { ...hosted, SITE_URL: 'https://acme.example/why' })).printed).toMatch(
      /^PUBLIC_SUPABASE_PUBLISHABLE_KEY is not set: .*\.\n$/,
    );
    const { printed } = await run(['--feed'], {
      ...hosted,
      SITE_URL: 'https://acme.example/why',
      PUBLIC_SUPABASE_PUBLISHABLE_KEY: server.publishableKey,
    });
    const feed = await (await fetch(/^http\S+$/m.exec(printed)?.[0] ?? '')).text();
    expect(feed).toContain('href="https://acme.example/why/moderate/"');
  });

  test('an option that it does not know is refused', async () => {
    expect(await run(['--admin', 'a@b.c'])).toEqual({
      code: 1,
      printed:
        'npm run moderator takes --remove, --list and --feed, and an e-mail address, written after a double dash: npm run moderator -- --remove\n',
    });
  });

  test('says so when no server is running', async () => {
    const { code, printed } = await run([email], { PORT: '1' });
    expect(code).toBe(1);
    expect(printed).toMatch(/^Nothing answers at http:\/\/localhost:1: .* name it: PORT=4322 npm run .*\n$/);
  });
});

describe('through the gateway', () => {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = (
    claims: unknown,
    secret: string,
    header: unknown = { alg: 'HS256', typ: 'JWT' },
  ): string => {
    const body = `${encode(header)}.${encode(claims)}`;
    return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
  };

  test('eleven forged tokens, a broken one and a missing one are refused, the real one is accepted', async () => {
    const real = await moderatorToken();
    const [header = '', payload = '', signature = ''] = real.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const { jwtSecret } = readSecrets(dataDir);
    const forged: Record<string, string> = {
      'alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      'alg none with the signature': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
      'no signature': `${header}.${payload}.`,
      'another secret': signed(claims, 'another secret of thirty-two bytes'),
      'an empty secret': signed(claims, ''),
      'the publishable key as secret': signed(claims, server.publishableKey),
      'a placeholder secret': signed(claims, 'super-secret-jwt-token-with-at-least-32-characters-long'),
      'another subject under the signature': `${header}.${encode({ ...claims, sub: '00000000-0000-4000-8000-000000000001' })}.${signature}`,
      'a longer life under the signature': `${header}.${encode({ ...claims, exp: 9_999_999_999 })}.${signature}`,
      'expired, well signed': signed({ ...claims, exp: 1 }, jwtSecret),
      'of anon, well signed': signed({ ...claims, role: 'anon' }, jwtSecret),
      broken: 'not.a.token',
      nothing: '',
    };
    for (const [name, token] of Object.entries(forged)) {
      const { status, body } = await queue(token);
      expect([401, 403], `${name}: ${JSON.stringify(body)}`).toContain(status);
      expect(JSON.stringify(body), name).not.toContain('comments');
    }
    expect((await queue(real)).status).toBe(200);
  });

  test.each(['count=exact', 'count=planned', 'tx=rollback', 'params=single-object', 'return=representation'])(
    'with Prefer: %s a reader is given what is approved and no count of anything else',
    async (prefer) => {
      const response = await fetch(`${server.url}/rest/v1/rpc/read_thread`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          apikey: server.publishableKey,
          prefer,
          range: '0-9',
          'range-unit': 'items',
        },
        body: JSON.stringify({ request: { kind: 'essay', thread: 'why' } }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      expect(response.headers.get('content-range') ?? '*/1').toMatch(/\/(\*|1)$/);
      if (response.ok) expect(JSON.parse(text)).toMatchObject({ comments: [], counts: {} });
      else expect(response.status).toBeLessThan(500);
    },
  );

  test('no table can be asked for, whatever profile or filter is named', async () => {
    for (const path of [
      'comment',
      'private.comment',
      'comment?select=*&state=eq.pending',
      'moderator',
      'moderation',
      'thread',
    ])
      for (const profile of ['public', 'private', 'auth']) {
        const response = await fetch(`${server.url}/rest/v1/${path}`, {
          headers: { apikey: server.publishableKey, 'accept-profile': profile, prefer: 'count=exact' },
          signal: AbortSignal.timeout(15_000),
        });
        expect([400, 401, 403, 404, 406], `${profile}/${path}`).toContain(response.status);
        await response.body?.cancel();
      }
  });
});
