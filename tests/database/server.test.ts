import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openEmbeddedSupabase } from '../../scripts/server/embeddedSupabase.ts';
import { PlainError } from '../../scripts/command/PlainError.ts';
import { lockDataFolder } from '../../scripts/server/lockDataFolder.ts';

/** One table and the fewest functions, so that these tests stay what they are when the questionnaire changes. */
const migration = `
create schema private;
create table private.answer (id uuid primary key, body text not null check (body !~ 'forbidden'), caller text);
alter table private.answer enable row level security;
create function public.submit(id uuid, body text) returns text language plpgsql security definer set search_path = '' as $$
begin
  if submit.body ~ 'refused' then
    raise sqlstate 'PGRST' using message = '{"code":"refused","message":"This was refused."}', detail = '{"status":422,"headers":{}}';
  end if;
  insert into private.answer values (submit.id, submit.body, current_setting('request.headers')::json ->> 'x-forwarded-for')
  on conflict do nothing;
  return submit.id;
end $$;
create function public.stored() returns setof private.answer language sql security definer set search_path = ''
as 'select * from private.answer';
create function public.role_between_sleeps() returns text language plpgsql set search_path = '' as $$
declare before text := current_user;
begin
  perform pg_sleep(0.002);
  return before || ' ' || current_user;
end $$;
revoke execute on all functions in schema public from public;
grant execute on function public.submit, public.role_between_sleeps to anon, service_role;
grant execute on function public.stored to service_role;
`;

const folder = mkdtempSync(join(tmpdir(), 'server-test-'));
const migrationsDir = join(folder, 'migrations');
const dataDir = join(folder, 'data');
const distDir = join(folder, 'dist');

interface Server {
  child: ChildProcess;
  url: string;
  publishableKey: string;
  secretKey: string;
  /** Everything it has printed so far. */
  log: () => string;
}

const program = `
const { startServer } = await import('./scripts/server/startServer.ts');
const { runCommand, stopOnSignal } = await import('./scripts/command/runCommand.ts');
await runCommand(async () => {
  const { close, ...server } = await startServer(JSON.parse(process.argv[1]));
  stopOnSignal(close);
  console.log(JSON.stringify(server));
});`;

interface Options {
  readonly port: number;
  readonly dataDir?: string;
}

function spawnServer(options: Options): { child: ChildProcess; log: () => string } {
  const settings = JSON.stringify({ dataDir, distDir, migrationsDir, ...options });
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, settings]);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (printed += text.toString()));
  return { child, log: () => printed };
}

async function startServer(options: Options = { port: 0 }): Promise<Server> {
  const { child, log } = spawnServer(options);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The server did not start: ${log()}`);
  });
  ended.catch(() => undefined);
  while (!log().includes('\n')) await Promise.race([once(child.stdout ?? child, 'data'), ended]);
  return { ...(JSON.parse(log()) as Omit<Server, 'child' | 'log'>), child, log };
}

async function stop({ child }: Server, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function call(
  server: Server,
  name: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await fetch(`${server.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: server.publishableKey, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
}

async function stored(server: Server): Promise<{ id: string; body: string; caller: string }[]> {
  const answer = await call(server, 'stored', {}, { apikey: server.secretKey });
  return (await answer.json()) as { id: string; body: string; caller: string }[];
}

let server: Server;

beforeAll(async () => {
  for (const made of [migrationsDir, join(distDir, 'essays/one'), join(distDir, '_astro')])
    mkdirSync(made, { recursive: true });
  writeFileSync(join(migrationsDir, '20260101000000_answers.sql'), migration);
  writeFileSync(join(distDir, 'index.html'), 'Home');
  writeFileSync(join(distDir, '404.html'), 'Not here');
  writeFileSync(join(distDir, 'essays/one/index.html'), 'One '.repeat(1000));
  writeFileSync(join(distDir, '_astro/site.abc123.css'), 'body{}');
  server = await startServer();
});

afterAll(async () => {
  await stop(server, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

describe('the pages', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    await fetch(server.url + path, { headers, redirect: 'manual' });

  test('a folder is its index.html, compressed', async () => {
    const page = await get('/essays/one/', { 'accept-encoding': 'br' });
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(await page.text()).toMatch(/^One One/);
  });

  test('an address without its last slash is sent to the one with it', async () => {
    const page = await get('/essays/one?from=card');
    expect([page.status, page.headers.get('location')]).toEqual([301, '/essays/one/?from=card']);
  });

  test('what a browser already has is not sent again', async () => {
    const tag = (await get('/')).headers.get('etag') ?? '';
    // Without the second header, fetch asks for a fresh copy on its own account.
    const again = await get('/', { 'if-none-match': tag, 'cache-control': 'max-age=0' });
    expect(again.status).toBe(304);
  });

  test('files named after their content may be kept for ever, and a missing one may not', async () => {
    expect((await get('/_astro/site.abc123.css')).headers.get('cache-control')).toMatch(/immutable/);
    expect((await get('/_astro/gone.css')).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    '/nothing/',
    '/%2e%2e%2fdata%2fsecrets.json',
    '/..%2f..%2fetc%2fpasswd',
    '//evil.example/',
    '/%',
  ])('%s is the 404 page with status 404', async (path) => {
    const page = await get(path);
    expect([page.status, await page.text()]).toEqual([404, 'Not here']);
  });
});

describe('the API', () => {
  test('stores what anon submits, under the address of the socket', async () => {
    const id = randomUUID();
    const answer = await call(
      server,
      'submit',
      { id, body: 'hello' },
      { 'x-forwarded-for': '203.0.113.9', 'cf-connecting-ip': '203.0.113.9' },
    );
    expect([answer.status, await answer.json()]).toEqual([200, id]);
    expect(await stored(server)).toContainEqual({ id, body: 'hello', caller: '127.0.0.1' });
  });

  test('refuses a request without a key or with a wrong one, also from this machine', async () => {
    for (const apikey of ['', 'sb_publishable_of_somebody_else', 'sb_secret_guess']) {
      expect((await call(server, 'stored', {}, { apikey })).status).toBe(401);
    }
  });

  test('refuses the secret function to the publishable key', async () => {
    expect((await call(server, 'stored', {})).status).toBe(401);
  });

  test('refuses more than 64 kB in one sentence', async () => {
    const answer = await call(server, 'submit', { id: randomUUID(), body: 'x'.repeat(65_536) });
    expect([answer.status, await answer.json()]).toMatchObject([
      413,
      { message: expect.stringMatching(/64 kB/) as string },
    ]);
  });

  test('never mixes up the roles of requests that come at once', async () => {
    const keys = Array.from({ length: 60 }, (_, turn) =>
      turn % 2 === 0 ? server.publishableKey : server.secretKey,
    );
    const answers = await Promise.all(
      keys.map((apikey) => call(server, 'role_between_sleeps', {}, { apikey })),
    );
    const roles = (await Promise.all(answers.map((answer) => answer.json()))) as string[];
    expect(roles).toEqual(
      keys.map((key) => (key === server.secretKey ? 'service_role service_role' : 'anon anon')),
    );
  });

  test('prints no answer, whatever becomes of it', async () => {
    const marker = 'MARKER-OF-AN-ANSWER';
    const bodies = [marker, `${marker} refused`, `${marker} forbidden`, { marker }, [marker]];
    for (const body of bodies) await call(server, 'submit', { id: randomUUID(), body });
    await call(server, 'submit', { id: marker, body: marker });
    await call(server, 'submit', `{"id": "${marker}`);
    expect(server.log()).not.toContain(marker);
    expect(server.log()).toMatch(/\/rest\/v1\/rpc\/submit answered 500 \(23514, answer_body_check\)/);
  });
});

describe('the data folder', () => {
  test('keeps its secrets from other users of the machine', () => {
    const file = readdirSync(dataDir).find((name) => name === 'secrets.json') ?? '';
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, file), 'utf8')).toContain(server.secretKey);
  });

  test('refuses a second process in one sentence', async () => {
    const second = spawnServer({ port: 0 });
    expect(await once(second.child, 'exit')).toEqual([1, null]);
    expect(second.log()).toMatch(/^The local database in \S+ is already in use by [^\n]+\.\n$/);
  });

  test.each([undefined, 'https://abcdefghijklmnopqrst.supabase.co'])(
    'says to whom starts it that the pages send answers elsewhere: %s',
    async (project) => {
      vi.stubEnv('PUBLIC_SUPABASE_URL', project);
      const opened = await openEmbeddedSupabase(mkdtempSync(join(folder, 'elsewhere-')), migrationsDir);
      vi.unstubAllEnvs();
      await opened.close();
      const lines = opened.said.filter((line) => line.startsWith('The pages send answers'));
      expect(lines).toEqual(project === undefined ? [] : [expect.stringContaining(` ${project}, `)]);
    },
  );

  test('is given to one of several that ask at once, and to the next when that one is gone', () => {
    const shared = mkdtempSync(join(folder, 'shared-'));
    const unlock = lockDataFolder(shared);
    expect(() => lockDataFolder(shared)).toThrow(PlainError);
    unlock();
    lockDataFolder(shared)();
  });

  test('loses no acknowledged answer when the process is killed while 200 are sent', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const acknowledged: string[] = [];
    const sent = ids.map(async (id) => {
      const answer = await call(server, 'submit', { id, body: 'sent while dying' });
      if (answer.ok) acknowledged.push((await answer.json()) as string);
      if (acknowledged.length === 100) server.child.kill('SIGKILL');
    });
    await Promise.allSettled(sent);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(acknowledged.length).toBeLessThan(200);
    server = await startServer();
    const kept = new Set((await stored(server)).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  test('can be copied while no process has it: the copy starts beside it with its keys and all that was stored, and each goes its own way', async () => {
    const idsIn = async (one: Server) => (await stored(one)).map(({ id }) => id).sort();
    await call(server, 'submit', { id: randomUUID(), body: 'to the first' });
    const before = await idsIn(server);
    expect(before).not.toEqual([]);
    await stop(server, 'SIGTERM');
    const copied = join(folder, 'copied');
    cpSync(dataDir, copied, { recursive: true });
    server = await startServer();
    const copy = await startServer({ port: 0, dataDir: copied });
    onTestFinished(() => void copy.child.kill('SIGKILL'));
    expect(copy.secretKey).toBe(server.secretKey);
    expect(await idsIn(copy)).toEqual(before);
    const id = randomUUID();
    await call(copy, 'submit', { id, body: 'to the copy' });
    expect(await idsIn(copy)).toEqual([...before, id].sort());
    expect(await idsIn(server)).toEqual(before);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'is closed on %s after the requests in hand, with exit code 0',
    async (signal) => {
      const acknowledged: string[] = [];
      const statuses = new Set<number>();
      let exit: Promise<number | null> | undefined;
      const sent = Array.from({ length: 40 }, async () => {
        const answer = await call(server, 'submit', { id: randomUUID(), body: 'sent while leaving' });
        statuses.add(answer.status);
        acknowledged.push((await answer.json()) as string);
        if (acknowledged.length === 10) exit = stop(server, signal);
      });
      // A request that arrives after the shutdown is refused a connection; one that arrived before is answered.
      await Promise.allSettled(sent);
      expect([await exit, statuses]).toEqual([0, new Set([200])]);
      expect(acknowledged.length).toBeGreaterThan(10);
      server = await startServer();
      const kept = new Set((await stored(server)).map(({ id }) => id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    },
  );

  test('refuses migrations that differ from those it was built from, and says what to do', async () => {
    await stop(server, 'SIGTERM');
    writeFileSync(join(migrationsDir, '20260101000000_answers.sql'), `${migration}\n-- edited`);
    const changed = spawnServer({ port: 0 });
    expect(await once(changed.child, 'exit')).toEqual([1, null]);
    expect(changed.log()).toMatch(/^[^\n]*20260101000000[^\n]* was left as it is: [^\n]*\.\n$/);
  });
});
