import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedKey } from '../../src/api/supabaseAddress.ts';
import { chartIds } from '../../src/figures/estimates/figureOf.ts';
import {
  allThreads,
  feedPath,
  followedAt,
  threadAt,
  threadPath,
  type Followed,
} from '../../src/thread/feed.ts';
import { builtPages } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite).filter(({ path }) => !/^\/(embed|cards)\//.test(path));
const home = pages.find(({ path }) => path === '/');
const threads = pages.map(({ path }) => threadAt(path)).filter((thread) => thread !== undefined);
const followed: readonly Followed[] = [allThreads, ...threads];

test('_redirects sends the feed of every thread, and the feed of all, to the database', () => {
  expect(
    threads
      .filter(({ kind }) => kind === 'chart')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...chartIds].sort());
  expect(threads.some(({ kind }) => kind === 'essay')).toBe(true);
  const lines = readFileSync(join(testSite, '_redirects'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(lines.map(([from]) => from)).toEqual(followed.map(feedPath).sort());
  for (const [from = '', to = '', status, ...more] of lines) {
    expect([status, more]).toEqual(['302', []]);
    const { pathname, searchParams } = new URL(to, 'https://site.invalid');
    const thread = followedAt(from);
    expect(pathname).toBe('/rest/v1/rpc/comment_feed');
    expect(Object.fromEntries(searchParams)).toEqual({
      ...(typeof thread === 'object' && { kind: thread.kind, thread: thread.id }),
      site: new URL(home?.$('link[rel="canonical"]').attr('href') ?? '').origin,
      apikey: embeddedKey,
    });
  }
});

test('every page links the feed of all comments, and a page with a thread links its own first', () => {
  for (const { path, $ } of pages) {
    const named = $('link[rel="alternate"][type="application/atom+xml"]')
      .toArray()
      .map((link) => $(link).attr('href'));
    const thread = threadAt(path);
    expect(named, path).toEqual([...(thread === undefined ? [] : [feedPath(thread)]), feedPath(allThreads)]);
    if (thread !== undefined) expect(threadPath(thread)).toBe(path);
  }
});

test('no page but that of the moderators has a field for an e-mail address', () => {
  for (const { path, $ } of pages.filter((page) => page.path !== '/moderate/'))
    expect(
      $('[type="email" i], [autocomplete*="email" i], [name*="mail" i], [id*="mail" i]').length,
      path,
    ).toBe(0);
});
