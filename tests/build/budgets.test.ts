import { expect, test } from 'vitest';
import { builtPages } from './harness/builtPages.ts';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite);

test.each(
  pages
    .filter(({ path }) => !/^\/(survey|charts|results|moderate)\//.test(path))
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

test('/results/ loads what notices that its explorer comes near, at most 1.3 kB, and nothing of Chart.js', async () => {
  const page = pages.find(({ path }) => path === '/results/');
  if (page === undefined) throw new Error('The site has no page of results.');
  const { files, bytes } = await firstViewScripts(testSite, page);
  expect(files.map(({ path }) => path.replace(/^.*\/|\..*$/g, ''))).toEqual(['Explorer', 'preload-helper']);
  expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(1300);
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
