import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { firstViewScripts } from './harness/firstViewScripts.ts';
import { pages } from './harness/site.ts';
import { testSite } from './harness/testSite.ts';

const isEssay = /^\/essays\/[^/]+\/$/;
/** Pages of words and pictures. */
const isPlain =
  /^\/(?!$|(survey|moderate|results|search)\/|(figures|toolkit|charts|discussion)\/$|charts\/.|essays\/)/;
/** Pages that say what was said lately, or how much: the front page, the list of charts, lists of essays. */
const saysWhatWasSaid = /^\/(|discussion\/|charts\/|essays\/((tags|series)\/[^/]+\/)?)$/;
const hasThread = /^\/(essays|charts)\/[^/]+\/$/;
const named = (pattern: RegExp) =>
  pages.filter(({ path }) => pattern.test(path)).map((page) => [page.path, page] as const);

test.each(named(isPlain))('%s loads no JavaScript', async (_, page) => {
  expect(await firstViewScripts(testSite, page)).toEqual({ files: [], bytes: 0 });
});

test.each(named(isEssay))(
  '%s asks for no JavaScript: what waits for a reader to come near the discussion is 0.6 kB in the page',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(600);
  },
);

test.each(named(saysWhatWasSaid))(
  '%s asks for no JavaScript either: what waits for a reader to see a place for comments is 0.2 kB in the page, and fetches 3.6 kB',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(200);
    const [fetched = 'nothing'] = /\/_astro\/latest-[\w-]+\.js/.exec(page.$.html()) ?? [];
    const after = await firstViewScripts(testSite, page, [fetched]);
    expect(after.bytes - bytes, JSON.stringify(after.files)).toBeLessThanOrEqual(3_600);
  },
);

test('the toolkit loads at most 1.7 kB of JavaScript, compressed, half of it shared: its letters put themselves together without', async () => {
  const [page] = named(/^\/toolkit\/$/).map(([, found]) => found);
  if (page === undefined) throw new Error('The site has no toolkit.');
  const { files, bytes } = await firstViewScripts(testSite, page);
  expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(1_700);
});

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
    // A page has scripts of its own, such as for copying and sharing; the one in it that fetches the discussion counts.
    const [fetches = ''] = page
      .$('script')
      .toArray()
      .map((script) => page.$(script).text())
      .filter((code) => code.includes(opens));
    const loaded = files.filter(({ path }) => path !== '(in the page)' && !before.has(path));
    expect(loaded.some(({ path }) => path.includes('writing'))).toBe(false);
    const bytes = loaded.reduce((sum, file) => sum + file.bytes, brotliCompressSync(fetches).length);
    expect(bytes, JSON.stringify(loaded)).toBeLessThanOrEqual(8_000);
  },
);

test.each(named(/^\/figures\/$/))(
  '%s, with its filters and the checking of quotes, loads at most 7 kB of JavaScript, compressed',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(7_000);
  },
);

test.each(named(/^\/(survey\/)?$/))(
  '%s asks for no JavaScript: what is in the page, at most 0.2 kB, fetches 1.1 kB that look for answers kept on the device',
  async (_, page) => {
    const { files, bytes } = await firstViewScripts(testSite, page);
    expect(files.map(({ path }) => path)).toEqual(['(in the page)']);
    expect(bytes).toBeLessThanOrEqual(200);
    const [fetched = 'nothing'] = /\/_astro\/unfinished-[\w-]+\.js/.exec(page.$.html()) ?? [];
    const after = await firstViewScripts(testSite, page, [fetched]);
    expect(after.bytes - bytes, JSON.stringify(after.files)).toBeLessThanOrEqual(1_100);
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
