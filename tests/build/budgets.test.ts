import { expect, test } from 'vitest';
import { builtPages } from './harness/builtPages.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite);

test.each(
  pages
    .filter(({ path }) => !/^\/(survey|charts|moderate)\//.test(path))
    .map((page) => [page.path, page] as const),
)('%s loads no JavaScript', async (_, page) => {
  expect(await firstViewScripts(testSite, page)).toEqual({ files: [], bytes: 0 });
});

// The one page that is nothing without a script, for the one person who moderates.
test.each(
  pages
    .filter(({ path }) => path.startsWith('/survey/') || path === '/moderate/')
    .map((page) => [page.path, page] as const),
)('%s loads at most 12 kB of JavaScript, compressed, and neither Zod nor supabase-js', async (_, page) => {
  const { files, bytes } = await firstViewScripts(testSite, page);
  expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(12_000);
});

test('no page asks another origin for anything', () => {
  for (const { path, $ } of pages) {
    const asked = $(
      'link[rel="stylesheet"], link[rel="preload"], link[rel="icon"], script, img, iframe, source',
    )
      .toArray()
      .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '')
      .filter((address) => /^([a-z]+:)?\/\//i.test(address));
    expect(asked, path).toEqual([]);
    expect($('style').text(), path).not.toMatch(/url\(["']?(https?:)?\/\//);
  }
});
