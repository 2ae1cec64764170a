import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { committedSample } from '../../../src/sample/sampleRespondents.ts';

const script = new URL('../../../scripts/sample.ts', import.meta.url);
const everybody = committedSample.jobSeekers + committedSample.employers;

const closing: (() => void)[] = [];
const closeAll = () => {
  for (const close of closing.splice(0)) close();
};
afterEach(closeAll);

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Runs the script as a person would and returns what they would see. */
async function run(address: string) {
  const child = spawn(process.execPath, [script.pathname], {
    env: { ...process.env, PUBLIC_SUPABASE_URL: address, SUPABASE_SECRET_KEY: 'sb_secret_of_a_stand_in' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: child.exitCode };
}

/** A stand-in for the database that keeps ids. */
function keeper() {
  const kept = new Set<string>();
  const seen = { paths: new Set<string>(), keys: new Set<string>(), longest: 0 };
  const answer: RequestListener = (request, response) => {
    seen.paths.add(`${request.method ?? ''} ${request.url ?? ''}`);
    seen.keys.add(String(request.headers.apikey));
    void text(request).then((body) => {
      seen.longest = Math.max(seen.longest, body.length);
      const sent = JSON.parse(body) as { request: { submissions: { id: string }[] } };
      const fresh = sent.request.submissions.filter(({ id }) => !kept.has(id));
      for (const { id } of fresh) kept.add(id);
      const counts = { stored: fresh.length, stored_before: sent.request.submissions.length - fresh.length };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(counts));
    });
  };
  return { kept, seen, answer };
}

test('all are loaded with the secret key, in calls small enough for the server; loading again stores nothing twice', async () => {
  const { kept, seen, answer } = keeper();
  const address = await serve(answer);
  expect(await run(address)).toEqual({
    out: `Stored 1,700 made-up people at ${address}; 0 were there before.\n`,
    err: '',
    code: 0,
  });
  expect(kept.size).toBe(everybody);
  expect([...seen.paths]).toEqual(['POST /rest/v1/rpc/load_sample']);
  expect([...seen.keys]).toEqual(['sb_secret_of_a_stand_in']);
  // The embedded server takes 64 kB.
  expect(seen.longest).toBeLessThan(48_000);
  expect((await run(address)).out).toBe(`Stored 0 made-up people at ${address}; 1,700 were there before.\n`);
});

test('a server that is not there is one sentence', async () => {
  const address = await serve(() => undefined);
  closeAll();
  expect(await run(address)).toEqual({
    out: '',
    err: `Nothing answers at ${address}: see whether PUBLIC_SUPABASE_URL is the address of your project, and whether it is awake.\n`,
    code: 1,
  });
});

test('a real project is refused before anything is sent', async () => {
  const { out, err, code } = await run('https://abcdefgh.supabase.co');
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toMatch(/^Made-up answers only ever go to a database on this machine, .*\.\n$/);
});

test('a refusal stops the rest and is passed on', async () => {
  let asked = 0;
  const address = await serve((_request, response) => {
    asked += 1;
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ code: 'not_valid', message: 'The survey has changed.', details: null, hint: null }),
    );
  });
  expect(await run(address)).toEqual({
    out: '',
    err: 'The survey has changed.\n',
    code: 1,
  });
  expect(asked).toBe(1);
});

test('a server that sends us on to another is not followed', async () => {
  let elsewhere = 0;
  const other = await serve((_request, response) => {
    elsewhere += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'stored' }));
  });
  const address = await serve((_request, response) => {
    response.writeHead(307, { location: other }).end();
  });
  expect(await run(address)).toMatchObject({ out: '', code: 1 });
  expect(elsewhere).toBe(0);
});

test('another program at that address is told from our database', async () => {
  const address = await serve((_request, response) => {
    response.setHeader('content-type', 'application/json').end('"hello"');
  });
  expect((await run(address)).err).toBe(
    `What ${address} answers to “load_sample” is not what this version expects: another program is there, or a database with other migrations.\n`,
  );
});
