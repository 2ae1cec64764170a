import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const isEssay = /^\/essays\/[^/]+\/$/;
const hasThread = /^\/(essays|charts)\/[^/]+\/$/;
const named = (pattern: RegExp) =>
  pages.filter(({ path }) => pattern.test(path)).map((page) => [page.path, page] as const);

test.each(named(/^\/(?!(survey|charts|results|moderate)\/|essays\/.)/))(
  '%s loads no JavaScript',
  async (_, page) => {
    expect(await firstViewScripts(testSite, page)).toEqual({ files: [], bytes: 0 });
  },
);

test.each(named(isEssay))(
  '%s asks for no JavaScript: what waits for a reader to come near the discussion is 0.6 kB in the page',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(600);
  },
);

test('every essay and every chart has a discussion, and no cut of a chart', () => {
  const withThread = pages.filter(({ $ }) => $('#discussion').length > 0).map(({ path }) => path);
  expect(withThread).toEqual(named(hasThread).map(([path]) => path));
});

test.each(named(hasThread))(
  'the discussion of %s is shown with at most 8 kB of JavaScript, compressed, and what writes and sends is not in it',
  async (_, page) => {
    const [opens, ...others] = page.$.html().match(/\/_astro\/open-[\w-]+\.js/g) ?? [];
    if (opens === undefined || others.length > 0)
      throw new Error('The page does not say where its thread is.');
    const before = new Set((await firstViewScripts(testSite, page)).files.map(({ path }) => path));
    const { files } = await firstViewScripts(testSite, page, [opens]);
    // A chart page has scripts of its own, for copying and sharing.
    const loaded = files.filter(({ path }) => path === '(in the page)' || !before.has(path));
    expect(loaded.some(({ path }) => path.includes('writing'))).toBe(false);
    const bytes = loaded.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes, JSON.stringify(loaded)).toBeLessThanOrEqual(8_000);
  },
);

// Moderation is the one page that cannot work without a script, and only moderators load it.
test.each(named(/^\/(survey\/|moderate\/$)/))(
  '%s loads at most 12 kB of JavaScript, compressed, and neither Zod nor supabase-js',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(12_000);
  },
);

test.each(named(/^\/survey\/(?!receipt)[^/]+\/$/))(
  '%s asks for its JavaScript in at most 4 requests',
  async (_, page) => {
    const { files } = await firstViewScripts(testSite, page);
    expect(files.length, JSON.stringify(files)).toBeLessThanOrEqual(4);
  },
);

test.each(named(/^\/survey\/.+\/$/))(
  '%s loads at most 17.5 kB more to send: the rules of the answers with Zod, and no supabase-js',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    const scripts = files.map(({ path }) => readFileSync(join(testSite, path), 'utf8')).join('\n');
    const [sends] = /(deliver|calls)\.[\w-]+\.js/.exec(scripts) ?? [];
    const after = await firstViewScripts(testSite, page, [`/_astro/${sends ?? 'nothing that sends'}`]);
    expect(after.bytes - bytes, JSON.stringify(after.files)).toBeLessThanOrEqual(17_500);
  },
);

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
