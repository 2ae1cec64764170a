import { expect, test } from 'vitest';
import { allThreads, feedPath, threadAt, threadPath } from '../../src/thread/feed.ts';
import { builtPages } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite).filter(({ path }) => !/^\/(embed|cards)\//.test(path));

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
