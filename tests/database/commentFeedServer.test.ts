import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type StartedServer } from '../../scripts/server/startServer.ts';
import { allThreads, feedPath } from '../../src/thread/feed.ts';
import { commentOf, withCommentCode } from './harness/comment.ts';
import { layMigrated } from './harness/migratedOnce.ts';
import { callOverHttp } from './harness/sendOverHttp.ts';

/** The feed as a feed reader meets it: by its address on the site, over HTTP, from the embedded server. */
const folder = mkdtempSync(join(tmpdir(), 'feed-server-'));
const dataDir = join(folder, 'data');
const options = { port: 0, dataDir, distDir: join(folder, 'dist') };
const made = withCommentCode({ text: 'They wrote “<b>other candidates</b>” & nothing else.' });
const waiting = commentOf();

let server: StartedServer;
beforeAll(async () => {
  await layMigrated(dataDir);
  // Inserted into the tables, because submitting and moderating have tests of their own.
  const connection = await createPgliteConnection({ url: join(dataDir, 'database') });
  await connection.driver.exec(
    "insert into private.thread (kind, id, last_place) values ('essay', 'why', 1)",
  );
  for (const [{ id, text, receipt }, state, place] of [
    [made.sent, 'approved', 1],
    [waiting, 'pending', null],
  ] as const)
    await connection.driver.query(
      `insert into private.comment (id, thread_kind, thread_id, depth, role, text, receipt, letters_hash, state, place, root_place)
       values ($1, 'essay', 'why', 0, 'recruiter', $2, decode($3, 'hex'), '\\x00', $4::private.comment_state, $5, $5)`,
      [id, text, receipt, state, place],
    );
  await connection.close();
  server = await startServer(options);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const followed = { kind: 'essay', id: 'why' } as const;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, signal: AbortSignal.timeout(15_000) });

test.each([
  ['nothing said', {}],
  ['a feed reader', { accept: 'application/atom+xml, application/rss+xml;q=0.9, */*;q=0.1' }],
  ['a reader of Atom alone', { accept: 'application/atom+xml' }],
  ['a browser', { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }],
  ['a script', { accept: 'application/json' }],
])('is Atom whatever is asked for (%s), and its links lead to this server', async (_, headers) => {
  for (const path of [feedPath(followed), feedPath(allThreads)]) {
    const answer = await get(path, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const xml = await answer.text();
    expect(xml).toContain(`href="${server.url}/essays/why/?from=feed#comment-${made.sent.id}"`);
    expect(xml).toContain('They wrote “&lt;b&gt;other candidates&lt;/b&gt;” &amp; nothing else.');
    expect(xml).not.toContain(waiting.id);
    expect((await get(path, { ...headers, 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(
      304,
    );
  }
});

test('no longer holds a comment once its author has removed it', async () => {
  const tag = (await get(feedPath(followed))).headers.get('etag') ?? '';
  expect((await callOverHttp(server, 'remove_comment', { code: made.code })).status).toBe(200);
  for (const path of [feedPath(followed), feedPath(allThreads)]) {
    const answer = await get(path, { 'if-none-match': tag });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(made.sent.id);
  }
});

test('is not there for what is no thread, and refused for one that cannot be', async () => {
  expect((await get('/threads/essays/Why/feed.atom')).status).toBe(404);
  const answer = await get(
    `/rest/v1/rpc/comment_feed?site=javascript:alert(1)&apikey=${server.publishableKey}`,
  );
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toContain('application/json');
});
