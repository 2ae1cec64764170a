import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteWide } from '../../scripts/hosts/hostRules.ts';
import { hostFiles, pathsIn } from '../../scripts/hosts/writeHostFiles.ts';
import { headersFor } from '../../scripts/server/headers.ts';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import { allThreads, feedPath, followedAt, threadAt, type Followed } from '../../src/thread/feed.ts';
import { pages, pageOf } from './harness/site.ts';
import { saidByHosts } from './harness/hostFiles.ts';
import { hasServer, ownServers, runOwnServer, type OwnServer } from './harness/ownServer.ts';
import { testSite } from './harness/testSite.ts';

const files = pathsIn(testSite);
const threads = pages.map(({ path }) => threadAt(path)).filter((thread) => thread !== undefined);

describe.each(saidByHosts(testSite, '/'))('$host', ({ rulesFor, redirects }) => {
  test('says for every file what the local server says, each header once', () => {
    expect(files).toEqual(expect.arrayContaining(['/', '/embed/resize.js', '/survey/receipt/', '/404.html']));
    for (const file of files) {
      const said = rulesFor(file).flatMap((rule) => Object.entries(rule));
      const headers = Object.fromEntries(said);
      expect(headers, file).toEqual({ ...headersFor(file), ...siteWide('/', {}) });
      expect(said, file).toHaveLength(Object.keys(headers).length);
      const refuses = headers['Content-Security-Policy']?.includes("frame-ancestors 'none'");
      if (file.endsWith('/')) expect(refuses, file).toBe(!file.startsWith('/embed/'));
    }
  });

  test.each(['/nowhere/', '/charts/nowhere/', '/nowhere.svg'])(
    'says of %s, too, what holds everywhere',
    (path) => {
      const said = rulesFor(path).flatMap((rule) => Object.entries(rule));
      expect(Object.fromEntries<string>(said)).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
        ...siteWide('/', {}),
      });
    },
  );

  test('sends the feed of every thread, and the feed of all, to the database', () => {
    expect(
      threads
        .filter(({ kind }) => kind === 'chart')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...chartIds].sort());
    expect(threads.some(({ kind }) => kind === 'essay')).toBe(true);
    const followed: readonly Followed[] = [allThreads, ...threads];
    expect(Object.keys(redirects)).toEqual(followed.map(feedPath).sort());
    const home = new URL(pageOf('/').$('link[rel="canonical"]').attr('href') ?? '');
    for (const [from, to] of Object.entries(redirects)) {
      const { pathname, searchParams } = new URL(to, 'https://site.invalid');
      const thread = followedAt(from);
      expect(pathname).toBe('/rest/v1/rpc/comment_feed');
      expect(Object.fromEntries(searchParams)).toEqual({
        ...(typeof thread === 'object' && { kind: thread.kind, thread: thread.id }),
        site: home.origin,
        apikey: embeddedKey,
      });
    }
  });
});

test('whatever an embed loads may be loaded from a frame without an origin', () => {
  const embeds = pages.filter(({ path }) => path.startsWith('/embed/'));
  const loaded = embeds.flatMap(({ $ }) =>
    $('link[rel="icon"], link[rel="preload"], img, script[src]')
      .toArray()
      .map((one) => $(one).attr('href') ?? $(one).attr('src') ?? ''),
  );
  expect(loaded).toContain('/favicon.svg');
  for (const path of loaded)
    expect([path, headersFor(path)['Cross-Origin-Resource-Policy']]).toEqual([path, 'cross-origin']);
});

test('no file for hosts is a file of the site', () => {
  expect(files.filter((path) => /_headers|_redirects|vercel|nginx|Caddy|jekyll/.test(path))).toEqual([]);
  expect(existsSync(join(testSite, '.nojekyll'))).toBe(true);
});

test('a browser is bound to TLS by the host of a whole domain, and its subdomains only when asked', () => {
  const bound = (folder: string, env = {}) => siteWide(folder, env)['Strict-Transport-Security'];
  expect(bound('/')).toBe('max-age=63072000');
  expect(bound('/', { HSTS_SUBDOMAINS: '1' })).toBe('max-age=63072000; includeSubDomains');
  expect(bound('/why/', { HSTS_SUBDOMAINS: '1' })).toBeUndefined();
});

const servers = Object.keys(ownServers) as OwnServer[];
describe.each(servers.flatMap((name) => ['/', '/why/'].map((folder) => ({ name, folder }))))(
  'a real $name that serves the site at $folder',
  ({ name, folder }) => {
    test.skipIf(!hasServer(name))('sends what the table says, and knows the way', async () => {
      const env = { SITE_URL: `https://nobutwhy.example${folder}`, PUBLIC_SUPABASE_URL: 'https://a.example' };
      const written = hostFiles({ files, pages: pages.map(({ path }) => path), env });
      const server = await runOwnServer(name, { dist: testSite, folder, files: written });
      const get = (path: string) =>
        fetch(server.url + folder + path, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
      try {
        for (const file of files) {
          const { status, headers } = await get(file.slice(1));
          const expected = { ...headersFor(file), ...siteWide(folder, env) };
          const sent = Object.fromEntries(Object.keys(expected).map((one) => [one, headers.get(one)]));
          expect([file, status, sent]).toEqual([file, 200, expected]);
        }
        const feed = await get('threads/feed.atom');
        expect(feed.status).toBe(302);
        expect(feed.headers.get('location')).toMatch(/^https:\/\/a\.example\/rest\/v1\/rpc\/comment_feed\?/);
        expect((await get('essays')).headers.get('location')).toMatch(
          new RegExp(`^(?:${folder}essays|essays)/$`),
        );
        for (const path of ['nowhere/', '.hosts/nginx.conf', 'charts/nowhere/']) {
          const lost = await get(path);
          expect([path, lost.status]).toEqual([path, 404]);
          expect(lost.headers.get('x-content-type-options'), path).toBe('nosniff');
          expect(await lost.text()).toContain('<main');
        }
      } finally {
        await server.stop();
      }
    });
  },
);
