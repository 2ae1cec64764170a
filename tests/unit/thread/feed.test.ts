import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allThreads,
  feedPath,
  feedSource,
  followedAt,
  threadAt,
  threadPath,
  type Followed,
} from '../../../src/thread/feed.ts';
import { threadKinds } from '../../../src/thread/thread.ts';

const thread = fc.record({
  kind: fc.constantFrom(...threadKinds),
  id: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,5}$/),
});
const followed: fc.Arbitrary<Followed> = fc.oneof(thread, fc.constant(allThreads));

test('the address of a page and of a feed each say which thread it is', () => {
  fc.assert(
    fc.property(thread, (one) => {
      expect(threadAt(threadPath(one))).toEqual(one);
      expect(followedAt(feedPath(one))).toEqual(one);
    }),
  );
  expect(followedAt(feedPath(allThreads))).toBe(allThreads);
});

test.each([
  '/',
  '/threads/',
  '/threads/feed.atom/',
  '/threads//feed.atom',
  '/threads/essays/feed.atom',
  '/threads/essays//feed.atom',
  '/threads/essays/Why/feed.atom',
  '/threads/essays/why/more/feed.atom',
  '/threads/essays/why%0d%0a/feed.atom',
  '/threads/essays/why/feed.rss',
  '/threads/surveys/why/feed.atom',
  '/essays/why/feed.atom',
  '/charts/hours/by/field/',
])('%s is no feed', (path) => {
  expect(followedAt(path)).toBeUndefined();
});

test.each([
  '/',
  '/essays/',
  '/charts/',
  '/essays/why',
  '/essays/why/2/',
  '/charts/hours/by/field/',
  '/data/2026/',
])('no thread stands on %s', (path) => {
  expect(threadAt(path)).toBeUndefined();
});

test('the database is asked for what the address says, whatever the key and the addresses hold', () => {
  fc.assert(
    fc.property(
      followed,
      fc.string(),
      fc.constantFrom('https://nobutwhy.example', 'http://localhost:4321'),
      (one, key, site) => {
        const { pathname, searchParams } = new URL(feedSource(one, { api: 'https://a.example', key, site }));
        expect(pathname).toBe('/rest/v1/rpc/comment_feed');
        expect(Object.fromEntries(searchParams)).toEqual({
          ...(one !== allThreads && { kind: one.kind, thread: one.id }),
          site,
          apikey: key.toWellFormed(),
        });
      },
    ),
  );
});
