import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { StartedServer } from '../../scripts/server/startServer.ts';
import { startMigrated } from './harness/migratedOnce.ts';
import { commentOf } from './harness/comment.ts';
import { solve, type Challenge } from './harness/proof.ts';
import { callOverHttp } from './harness/sendOverHttp.ts';

/** The webhook as its receiver meets it: one POST from the embedded server, where a hosted project has pg_net. */
const dataDir = mkdtempSync(join(tmpdir(), 'no-but-why-notices-'));
let server: StartedServer;
let receiver: Server;
let status = 200;
const received: { method: string; path: string; type: string; body: unknown }[] = [];

const settings = async (changes: Record<string, string>) => {
  const { ok } = await callOverHttp(
    { url: server.url, publishableKey: server.secretKey },
    'change_settings',
    changes,
  );
  expect(ok).toBe(true);
};

beforeAll(async () => {
  server = await startMigrated({ port: 0, dataDir, distDir: 'public' });
  receiver = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: JSON.parse(body) as unknown,
      });
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  await settings({ minimum_seconds: '0', pow_cost: '1', pow_counters: '1', comment_burst_limit: '1000' });
});
afterAll(async () => {
  receiver.close();
  await server.close();
  rmSync(dataDir, { recursive: true });
});
beforeEach(() => {
  received.length = 0;
});

const hook = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?token=of-the-channel`;
async function send(words: string): Promise<void> {
  const challenge = await callOverHttp(server, 'challenge', { purpose: 'comment' });
  const proof = solve((await challenge.json()) as Challenge);
  const answer = await callOverHttp(server, 'comment', {
    comment: commentOf({ text: words }),
    proof,
    trap: '',
  });
  expect(await answer.json()).toEqual({ status: 'stored' });
}

test('moderators are told that a comment waits, without a word of it', async () => {
  await settings({ webhook_url: hook(), webhook_minutes: '0' });
  await send('Something that nobody else may read yet.');
  await expect.poll(() => received).toHaveLength(1);
  expect(received).toEqual([
    {
      method: 'POST',
      path: '/hook?token=of-the-channel',
      type: 'application/json',
      body: { waiting: 1, oldest: expect.stringMatching(/T\d\d:00Z$/) as string },
    },
  ]);
});

test('a receiver that refuses costs nobody anything, and its address stays out of the log', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    status = 500;
    await send('The receiver is not well.');
    await expect.poll(() => said.mock.calls).toHaveLength(1);
    expect(said.mock.calls).toEqual([
      ['The address of webhook_url did not take the notice that comments wait: status 500'],
    ]);
    expect(received).toHaveLength(1);
    status = 200;
    await send('It is well again.');
    await expect.poll(() => received).toHaveLength(2);
    expect(received[1]?.body).toMatchObject({ waiting: 3 });
  } finally {
    said.mockRestore();
  }
});
